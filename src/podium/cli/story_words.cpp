#include "podium/cli/story_words.hpp"

#include "podium/cli/ranking_view.hpp"
#include "podium/cli/texts.hpp"
#include "podium/core/number_text.hpp"
#include "podium/publish/display_width.hpp"

namespace podium {
namespace {

constexpr int kDecimals = 2;

/// One stage's words; a line each, or nothing.
class DetailWords {
 public:
  DetailWords(std::size_t step, const Index& index, Language language)
      : step_(std::to_string(step)), index_(index), language_(language) {}

  std::string operator()(const std::monostate&) const { return {}; }

  std::string operator()(const FilledCell& filled) const {
    const std::string method(filled.method);
    if (filled.from) return line(texts::kFilledFrom, {step_, method, to_text(*filled.from)});
    if (!filled.group.empty())
      return line(texts::kFilledByGroup, {step_, method, printable(filled.grouping), printable(filled.group)});
    return line(texts::kFilledBy, {step_, method});
  }

  std::string operator()(const TreatReport& report) const {
    if (!report.first) return line(texts::kLeftAlone, {step_, shape(report.skewness, report.kurtosis)});
    std::string text = line(texts::kTreated, {step_, shape(report.skewness, report.kurtosis)}) + stage(*report.first);
    if (report.second) text += stage(*report.second);
    for (const TreatedCell& cell : report.cells) {
      text += line(texts::kTreatedCell, {shortest(cell.before), shortest(cell.after)});
    }
    return text;
  }

  std::string operator()(const ScreenDecision& decision) const {
    const bool is_unit = std::holds_alternative<Unit>(decision.subject);
    const std::string subject((is_unit ? texts::kLeftOutUnit : texts::kLeftOutIndicator).in(language_));
    const FigureCount& figures = decision.node ? decision.node->figures : decision.figures;
    const std::string available = std::to_string(figures.available);
    const std::string possible = std::to_string(figures.possible);
    switch (decision.reason) {
      case ScreenReason::TooManyZeros:
        return line(texts::kTooManyZeros, {step_, subject, std::to_string(figures.nonzero), available});
      case ScreenReason::TooFewInNode:
        return line(texts::kTooFewInNode,
                    {step_, subject, available, possible,
                     decision.node ? index_.hierarchy.node(decision.node->node).id : std::string()});
      case ScreenReason::ForcedOut:
        return line(texts::kForcedOut, {step_, subject});
      default:
        return line(texts::kTooFewFigures, {step_, subject, available, possible});
    }
  }

 private:
  std::string line(const Phrase& phrase, std::initializer_list<std::string_view> values) const {
    return fill(phrase.in(language_), values) + "\n";
  }

  std::string shape(double skewness, double kurtosis) const {
    if (is_missing(skewness)) return std::string(texts::kNoShape.in(language_));
    const std::string first = fixed(skewness, kDecimals);
    const std::string second = fixed(kurtosis, kDecimals);
    return fill(texts::kShape.in(language_), {first, second});
  }

  std::string stage(const StageReport& report) const {
    const std::string after = shape(report.skewness, report.kurtosis);
    const std::string method(report.method);
    const std::string moved = std::to_string(report.brought_down + report.brought_up);
    if (report.lambda) return line(texts::kTransformedWith, {method, shortest(*report.lambda), after});
    if (report.brought_down + report.brought_up == 0) return line(texts::kTransformed, {method, after});
    return line(texts::kBroughtIn, {method, moved, after});
  }

  std::string step_;
  const Index& index_;
  Language language_;
};

}  // namespace

std::string detail_line(const StoryStage& stage, const Index& index, Language language) {
  return std::visit(DetailWords(stage.step, index, language), stage.detail);
}

std::string left_out_line(std::size_t step, const ScreenDecision& decision, const Index& index, Language language) {
  return DetailWords(step, index, language)(decision);
}

std::string weight_line(const StoryWeight& weight, Language language) {
  const Phrase& phrase = weight.by_step ? texts::kWeightByStep : texts::kWeightInForce;
  // A weight that a step computed has more digits than anybody reads.
  const std::string text = weight.by_step ? fixed(weight.weight, 4) : shortest(weight.weight);
  return fill(phrase.in(language), {text, shown_share(weight.share), shown_share(weight.effective)}) + "\n";
}

}  // namespace podium
