#include <algorithm>
#include <map>
#include <tuple>

#include "podium/claims/check_text.hpp"
#include "podium/claims/printed_interval.hpp"

namespace podium {
namespace {

struct Placed {
  std::size_t text = 0;
  std::size_t claim = 0;
};

/// Of one subject so many claims are set beside each other that one stands near in the order of the texts.
constexpr std::size_t kMostNeighbours = 32;

/// What a claim is about: two claims of one subject ought to agree.
auto subject_of(const Claim& claim, const Verdict& verdict) {
  const YearSpan years = verdict.years.value_or(YearSpan{});
  const YearSpan base = claim.base_years.value_or(YearSpan{});
  // Up and down are two answers to one question; from which end a rank is counted makes two questions.
  const int counted_from = claim.kind == Claim::Kind::Ranked ? claim.direction : 0;
  return std::tuple(claim.kind, std::string_view(claim.series), std::string_view(claim.unit),
                    std::string_view(claim.against), years.first, years.last, base.first, base.last, counted_from,
                    claim.is_yearly, claim.is_forecast, claim.figure.kind,
                    std::string_view(claim.figure.currency_kind));
}

auto subject_of(std::span<const CheckedText> texts, const Placed& one) {
  return subject_of(texts[one.text].claims[one.claim], texts[one.text].verdicts[one.claim]);
}

/// Each is said of the edition that its text names, and those differ.
bool are_of_other_editions(const Claim& one, const Claim& other) {
  return one.edition && other.edition && *one.edition != *other.edition;
}

/// With its sign: a fall and a deficit are negative.
ValueInterval stated_values(const Claim& claim) {
  const bool is_negative = claim.is_deficit || (claim.kind == Claim::Kind::Change && claim.direction < 0);
  return times(printed_interval(claim.figure), is_negative ? -1 : 1);
}

bool can_be_compared(const Claim& claim, const Verdict& verdict) {
  using Kind = Claim::Kind;
  // What a figure is of that no sentence names, and that fits nothing, is not known well enough.
  if (claim.is_carried && verdict.kind == Verdict::Kind::Unverifiable) return false;
  const bool is_of_kind = claim.kind == Kind::Level || claim.kind == Kind::Change || claim.kind == Kind::Ranked ||
                          claim.kind == Kind::Ratio || claim.kind == Kind::Difference || claim.kind == Kind::Compared ||
                          claim.kind == Kind::Conversion;
  return is_of_kind && claim.has_figure() && !claim.series.empty() && verdict.years && !claim.is_sum &&
         !claim.is_ought && !claim.is_part_of_year;
}

std::vector<Placed> by_subject(std::span<const CheckedText> texts) {
  std::vector<Placed> all;
  for (std::size_t t = 0; t < texts.size(); ++t) {
    for (std::size_t c = 0; c < texts[t].claims.size(); ++c) {
      if (can_be_compared(texts[t].claims[c], texts[t].verdicts[c])) all.push_back({t, c});
    }
  }
  std::ranges::stable_sort(all, {}, [&](const Placed& one) { return subject_of(texts, one); });
  return all;
}

/// Calls for each run of claims about one subject.
template <class Each>
void for_each_subject(std::span<const CheckedText> texts, std::span<const Placed> all, const Each& each) {
  for (std::size_t first = 0; first < all.size();) {
    std::size_t end = first + 1;
    while (end < all.size() && subject_of(texts, all[end]) == subject_of(texts, all[first])) ++end;
    each(all.subspan(first, end - first));
    first = end;
  }
}

}  // namespace

std::vector<Contradiction> contradictions_of(std::span<const CheckedText> texts) {
  const std::vector<Placed> all = by_subject(texts);
  std::vector<Contradiction> found;
  for_each_subject(texts, all, [&](std::span<const Placed> about) {
    for (std::size_t i = 1; i < about.size(); ++i) {
      const Claim& other = texts[about[i].text].claims[about[i].claim];
      for (std::size_t k = i - std::min(i, kMostNeighbours); k < i; ++k) {
        const Claim& one = texts[about[k].text].claims[about[k].claim];
        if (are_of_other_editions(one, other) || stated_values(one).overlaps(stated_values(other))) continue;
        found.push_back({about[k].text, about[k].claim, about[i].text, about[i].claim});
      }
    }
  });
  return found;
}

std::vector<SharedSlip> shared_slips_of(std::span<const CheckedText> texts) {
  const std::vector<Placed> all = by_subject(texts);
  std::vector<SharedSlip> found;
  for_each_subject(texts, all, [&](std::span<const Placed> about) {
    using Figure = std::tuple<double, std::optional<double>, int>;
    std::map<Figure, SharedSlip> wrong;
    for (const Placed& one : about) {
      if (texts[one.text].verdicts[one.claim].kind != Verdict::Kind::Mismatch) continue;
      const Claim& claim = texts[one.text].claims[one.claim];
      SharedSlip& slip = wrong[Figure{claim.figure.value, claim.figure.upper, claim.direction}];
      const bool is_of_new_text = slip.places.empty() || slip.places.back().text != one.text;
      if (is_of_new_text) slip.places.push_back({one.text, one.claim});
    }
    std::vector<SharedSlip> of_subject;
    for (auto& [figure, slip] : wrong) {
      if (slip.places.size() > 1) of_subject.push_back(std::move(slip));
    }
    std::ranges::sort(of_subject, {}, [](const SharedSlip& slip) {
      return std::pair(slip.places.front().text, slip.places.front().claim);
    });
    std::ranges::move(of_subject, std::back_inserter(found));
  });
  return found;
}

}  // namespace podium
