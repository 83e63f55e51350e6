#include "podium/store/sql_values.hpp"

#include <charconv>
#include <cmath>
#include <cstdlib>

#include <duckdb.h>

#include "podium/core/number_text.hpp"

namespace podium {
namespace {

__extension__ using Wide = __int128;
__extension__ using UnsignedWide = unsigned __int128;

duckdb_logical_type logical(void* handle) { return static_cast<duckdb_logical_type>(handle); }

template <class Number>
Number at(const void* data, std::size_t row) {
  return static_cast<const Number*>(data)[row];
}

std::string digits_of(UnsignedWide number) {
  std::string text;
  do {
    text.insert(text.begin(), static_cast<char>('0' + static_cast<int>(number % 10)));
    number /= 10;
  } while (number > 0);
  return text;
}

std::string text_of(Wide number) {
  return number < 0 ? "-" + digits_of(-static_cast<UnsignedWide>(number))
                    : digits_of(static_cast<UnsignedWide>(number));
}

Wide wide(const duckdb_hugeint& number) {
  return static_cast<Wide>(static_cast<UnsignedWide>(static_cast<std::uint64_t>(number.upper)) << 64U | number.lower);
}

/// A single-precision number has a shorter form than the double beside it.
double as_printed(float number) {
  char buffer[32];
  const auto [end, error] = std::to_chars(buffer, buffer + sizeof buffer, number);
  const auto printed = parse_decimal({buffer, end});
  return error == std::errc() && printed ? printed->value : static_cast<double>(number);
}

std::string number_text(double number) {
  if (std::isinf(number)) return number > 0 ? "inf" : "-inf";
  return quoted_number(number);
}

std::string padded(std::int64_t number, std::size_t width) {
  std::string text = std::to_string(number < 0 ? -number : number);
  if (text.size() < width) text.insert(0, width - text.size(), '0');
  return number < 0 ? "-" + text : text;
}

std::string day_text(duckdb_date date) {
  if (!duckdb_is_finite_date(date)) return date.days > 0 ? "infinity" : "-infinity";
  const duckdb_date_struct day = duckdb_from_date(date);
  return padded(day.year, 4) + "-" + padded(day.month, 2) + "-" + padded(day.day, 2);
}

std::string time_text(duckdb_time time) {
  const duckdb_time_struct parts = duckdb_from_time(time);
  std::string text = padded(parts.hour, 2) + ":" + padded(parts.min, 2) + ":" + padded(parts.sec, 2);
  if (parts.micros == 0) return text;
  text += "." + padded(parts.micros, 6);
  return text.erase(text.find_last_not_of('0') + 1);
}

std::string moment_text(duckdb_timestamp moment) {
  if (!duckdb_is_finite_timestamp(moment)) return moment.micros > 0 ? "infinity" : "-infinity";
  constexpr std::int64_t kDay = 86'400'000'000;
  const std::int64_t within = ((moment.micros % kDay) + kDay) % kDay;
  return day_text({static_cast<std::int32_t>((moment.micros - within) / kDay)}) + " " + time_text({within});
}

std::string string_at(void* data, std::size_t row) {
  duckdb_string_t* const text = static_cast<duckdb_string_t*>(data) + row;
  return {duckdb_string_t_data(text), duckdb_string_t_length(*text)};
}

/// A name that DuckDB has allocated.
std::string taken(char* name) {
  std::string text = name;
  duckdb_free(name);
  return text;
}

bool is_number_type(int type) {
  switch (type) {
    case DUCKDB_TYPE_TINYINT:
    case DUCKDB_TYPE_SMALLINT:
    case DUCKDB_TYPE_INTEGER:
    case DUCKDB_TYPE_BIGINT:
    case DUCKDB_TYPE_UTINYINT:
    case DUCKDB_TYPE_USMALLINT:
    case DUCKDB_TYPE_UINTEGER:
    case DUCKDB_TYPE_UBIGINT:
    case DUCKDB_TYPE_HUGEINT:
    case DUCKDB_TYPE_UHUGEINT:
    case DUCKDB_TYPE_FLOAT:
    case DUCKDB_TYPE_DOUBLE:
    case DUCKDB_TYPE_DECIMAL:
      return true;
    default:
      return false;
  }
}

/// The name of a type without parts; empty for any other.
std::string_view plain_name(int type) {
  switch (type) {
    case DUCKDB_TYPE_SQLNULL:
      return "INTEGER";
    case DUCKDB_TYPE_BOOLEAN:
      return "BOOLEAN";
    case DUCKDB_TYPE_TINYINT:
      return "TINYINT";
    case DUCKDB_TYPE_SMALLINT:
      return "SMALLINT";
    case DUCKDB_TYPE_INTEGER:
      return "INTEGER";
    case DUCKDB_TYPE_BIGINT:
      return "BIGINT";
    case DUCKDB_TYPE_UTINYINT:
      return "UTINYINT";
    case DUCKDB_TYPE_USMALLINT:
      return "USMALLINT";
    case DUCKDB_TYPE_UINTEGER:
      return "UINTEGER";
    case DUCKDB_TYPE_UBIGINT:
      return "UBIGINT";
    case DUCKDB_TYPE_HUGEINT:
      return "HUGEINT";
    case DUCKDB_TYPE_UHUGEINT:
      return "UHUGEINT";
    case DUCKDB_TYPE_FLOAT:
      return "FLOAT";
    case DUCKDB_TYPE_DOUBLE:
      return "DOUBLE";
    case DUCKDB_TYPE_VARCHAR:
      return "VARCHAR";
    case DUCKDB_TYPE_DATE:
      return "DATE";
    case DUCKDB_TYPE_TIME:
      return "TIME";
    case DUCKDB_TYPE_TIMESTAMP:
      return "TIMESTAMP";
    case DUCKDB_TYPE_TIMESTAMP_TZ:
      return "TIMESTAMPTZ";
    default:
      return {};
  }
}

std::string enumeration(duckdb_logical_type type) {
  std::string words;
  for (idx_t i = 0; i < duckdb_enum_dictionary_size(type); ++i) {
    words += (i == 0 ? "" : ", ") + sql_quoted(taken(duckdb_enum_dictionary_value(type, i)), '\'');
  }
  return "ENUM(" + words + ")";
}

std::string record(duckdb_logical_type type) {
  std::string fields;
  for (idx_t i = 0; i < duckdb_struct_type_child_count(type); ++i) {
    const std::string field = SqlType(duckdb_struct_type_child_type(type, i)).sql();
    if (field.empty()) return {};
    fields += (i == 0 ? "" : ", ") + sql_quoted(taken(duckdb_struct_type_child_name(type, i)), '"') + " " + field;
  }
  return "STRUCT(" + fields + ")";
}

}  // namespace

SqlType::~SqlType() {
  duckdb_logical_type type = logical(handle_);
  duckdb_destroy_logical_type(&type);
}

bool SqlType::is_number() const { return is_number_type(duckdb_get_type_id(logical(handle_))); }

std::string SqlType::sql() const {
  const duckdb_logical_type type = logical(handle_);
  const auto behind = [](const std::string& item, const std::string& brackets) {
    return item.empty() ? item : item + brackets;
  };
  switch (duckdb_get_type_id(type)) {
    case DUCKDB_TYPE_DECIMAL:
      return "DECIMAL(" + std::to_string(duckdb_decimal_width(type)) + ", " +
             std::to_string(duckdb_decimal_scale(type)) + ")";
    case DUCKDB_TYPE_ENUM:
      return enumeration(type);
    case DUCKDB_TYPE_LIST:
      return behind(SqlType(duckdb_list_type_child_type(type)).sql(), "[]");
    case DUCKDB_TYPE_ARRAY:
      return behind(SqlType(duckdb_array_type_child_type(type)).sql(),
                    "[" + std::to_string(duckdb_array_type_array_size(type)) + "]");
    case DUCKDB_TYPE_MAP: {
      const std::string key = SqlType(duckdb_map_type_key_type(type)).sql();
      const std::string item = SqlType(duckdb_map_type_value_type(type)).sql();
      return key.empty() || item.empty() ? "" : "MAP(" + key + ", " + item + ")";
    }
    case DUCKDB_TYPE_STRUCT:
      return record(type);
    default:
      return std::string(plain_name(duckdb_get_type_id(type)));
  }
}

SqlVector::SqlVector(void* vector) {
  const auto column = static_cast<duckdb_vector>(vector);
  duckdb_logical_type type = duckdb_vector_get_column_type(column);
  type_ = duckdb_get_type_id(type);
  stored_as_ = type_;
  data_ = duckdb_vector_get_data(column);
  validity_ = duckdb_vector_get_validity(column);
  if (type_ == DUCKDB_TYPE_DECIMAL) {
    stored_as_ = duckdb_decimal_internal_type(type);
    scale_ = duckdb_decimal_scale(type);
  } else if (type_ == DUCKDB_TYPE_ENUM) {
    stored_as_ = duckdb_enum_internal_type(type);
    for (idx_t i = 0; i < duckdb_enum_dictionary_size(type); ++i) {
      names_.push_back(taken(duckdb_enum_dictionary_value(type, i)));
    }
  } else if (type_ == DUCKDB_TYPE_LIST || type_ == DUCKDB_TYPE_MAP) {
    children_.emplace_back(duckdb_list_vector_get_child(column));
  } else if (type_ == DUCKDB_TYPE_ARRAY) {
    size_ = duckdb_array_type_array_size(type);
    children_.emplace_back(duckdb_array_vector_get_child(column));
  } else if (type_ == DUCKDB_TYPE_STRUCT) {
    for (idx_t i = 0; i < duckdb_struct_type_child_count(type); ++i) {
      names_.push_back(taken(duckdb_struct_type_child_name(type, i)));
      children_.emplace_back(duckdb_struct_vector_get_child(column, i));
    }
  }
  duckdb_destroy_logical_type(&type);
}

SqlValue SqlVector::value(std::size_t row) const {
  if (validity_ != nullptr && !duckdb_validity_row_is_valid(validity_, row)) return {};
  switch (type_) {
    case DUCKDB_TYPE_LIST:
    case DUCKDB_TYPE_MAP: {
      const auto entry = at<duckdb_list_entry>(data_, row);
      return list(entry.offset, entry.length);
    }
    case DUCKDB_TYPE_ARRAY:
      return list(row * size_, size_);
    case DUCKDB_TYPE_STRUCT:
      return record(row);
    default:
      return scalar(row);
  }
}

SqlValue SqlVector::list(std::size_t first, std::size_t count) const {
  SqlValue value{.kind = SqlValue::Kind::List};
  for (std::size_t i = 0; i < count; ++i) value.items.push_back(children_.front().value(first + i));
  return value;
}

SqlValue SqlVector::record(std::size_t row) const {
  SqlValue value{.kind = SqlValue::Kind::Record, .text = {}, .items = {}, .keys = names_};
  for (const SqlVector& child : children_) value.items.push_back(child.value(row));
  return value;
}

/// The digits with their point, without zeros at the end behind it.
std::string SqlVector::decimal(std::size_t row) const {
  Wide number = 0;
  switch (stored_as_) {
    case DUCKDB_TYPE_SMALLINT:
      number = at<std::int16_t>(data_, row);
      break;
    case DUCKDB_TYPE_INTEGER:
      number = at<std::int32_t>(data_, row);
      break;
    case DUCKDB_TYPE_BIGINT:
      number = at<std::int64_t>(data_, row);
      break;
    default:
      number = wide(at<duckdb_hugeint>(data_, row));
  }
  if (scale_ == 0) return text_of(number);
  std::string digits = digits_of(number < 0 ? -static_cast<UnsignedWide>(number) : static_cast<UnsignedWide>(number));
  if (digits.size() <= scale_) digits.insert(0, scale_ + 1 - digits.size(), '0');
  digits.insert(digits.size() - scale_, ".");
  digits.erase(digits.find_last_not_of('0') + 1);
  if (digits.ends_with('.')) digits.pop_back();
  return number < 0 ? "-" + digits : digits;
}

SqlValue SqlVector::scalar(std::size_t row) const {
  const auto text = [](std::string words) { return SqlValue{.kind = SqlValue::Kind::Text, .text = std::move(words)}; };
  switch (type_) {
    case DUCKDB_TYPE_BOOLEAN:
      return {.kind = SqlValue::Kind::Boolean, .text = at<bool>(data_, row) ? "true" : "false"};
    case DUCKDB_TYPE_TINYINT:
      return number(std::to_string(at<std::int8_t>(data_, row)));
    case DUCKDB_TYPE_SMALLINT:
      return number(std::to_string(at<std::int16_t>(data_, row)));
    case DUCKDB_TYPE_INTEGER:
      return number(std::to_string(at<std::int32_t>(data_, row)));
    case DUCKDB_TYPE_BIGINT:
      return number(std::to_string(at<std::int64_t>(data_, row)));
    case DUCKDB_TYPE_UTINYINT:
      return number(std::to_string(at<std::uint8_t>(data_, row)));
    case DUCKDB_TYPE_USMALLINT:
      return number(std::to_string(at<std::uint16_t>(data_, row)));
    case DUCKDB_TYPE_UINTEGER:
      return number(std::to_string(at<std::uint32_t>(data_, row)));
    case DUCKDB_TYPE_UBIGINT:
      return number(std::to_string(at<std::uint64_t>(data_, row)));
    case DUCKDB_TYPE_HUGEINT:
      return number(text_of(wide(at<duckdb_hugeint>(data_, row))));
    case DUCKDB_TYPE_UHUGEINT: {
      const auto parts = at<duckdb_uhugeint>(data_, row);
      return number(digits_of(static_cast<UnsignedWide>(parts.upper) << 64U | parts.lower));
    }
    case DUCKDB_TYPE_FLOAT:
      return number(number_text(as_printed(at<float>(data_, row))));
    case DUCKDB_TYPE_DOUBLE:
      return number(number_text(at<double>(data_, row)));
    case DUCKDB_TYPE_DECIMAL:
      return number(decimal(row));
    case DUCKDB_TYPE_VARCHAR:
      return text(string_at(data_, row));
    case DUCKDB_TYPE_ENUM:
      return text(names_[stored_as_ == DUCKDB_TYPE_UTINYINT    ? at<std::uint8_t>(data_, row)
                         : stored_as_ == DUCKDB_TYPE_USMALLINT ? at<std::uint16_t>(data_, row)
                                                               : at<std::uint32_t>(data_, row)]);
    case DUCKDB_TYPE_DATE:
      return text(day_text(at<duckdb_date>(data_, row)));
    case DUCKDB_TYPE_TIME:
      return text(time_text(at<duckdb_time>(data_, row)));
    case DUCKDB_TYPE_TIMESTAMP:
      return text(moment_text(at<duckdb_timestamp>(data_, row)));
    case DUCKDB_TYPE_TIMESTAMP_TZ:
      return text(moment_text(at<duckdb_timestamp>(data_, row)) + "+00");
    default:
      return {};
  }
}

}  // namespace podium
