#include "podium/store/sql_table_function.hpp"

#include <duckdb.h>

namespace podium {
namespace {

/// What DuckDB keeps of a function.
struct About {
  std::vector<SqlTableFunction::Column> columns;
  SqlTableFunction::Fill fill;
};

duckdb_type type_of(SqlTableFunction::Type type) {
  switch (type) {
    case SqlTableFunction::Type::Integer:
      return DUCKDB_TYPE_BIGINT;
    case SqlTableFunction::Type::Text:
      return DUCKDB_TYPE_VARCHAR;
    case SqlTableFunction::Type::Date:
      return DUCKDB_TYPE_DATE;
  }
  return DUCKDB_TYPE_VARCHAR;
}

void bind(duckdb_bind_info info) {
  const auto* const about = static_cast<const About*>(duckdb_bind_get_extra_info(info));
  for (const SqlTableFunction::Column& column : about->columns) {
    duckdb_logical_type type = duckdb_create_logical_type(type_of(column.type));
    duckdb_bind_add_result_column(info, column.name.c_str(), type);
    duckdb_destroy_logical_type(&type);
  }
}

void init(duckdb_init_info info) { duckdb_init_set_max_threads(info, 1); }

void forget(void* about) { delete static_cast<About*>(about); }

}  // namespace

SqlTableFunction::Block::Block(void* chunk, std::size_t columns) : rows_(duckdb_vector_size()) {
  for (idx_t i = 0; i < columns; ++i) {
    duckdb_vector vector = duckdb_data_chunk_get_vector(static_cast<duckdb_data_chunk>(chunk), i);
    vectors_.push_back(vector);
    data_.push_back(duckdb_vector_get_data(vector));
  }
}

void SqlTableFunction::Block::set_integer(std::size_t column, std::size_t row, std::int64_t value) {
  static_cast<std::int64_t*>(data_[column])[row] = value;
}

void SqlTableFunction::Block::set_date(std::size_t column, std::size_t row, std::int32_t days) {
  static_cast<duckdb_date*>(data_[column])[row].days = days;
}

void SqlTableFunction::Block::set_text(std::size_t column, std::size_t row, std::string_view text) {
  duckdb_vector_assign_string_element_len(static_cast<duckdb_vector>(vectors_[column]), row, text.data(), text.size());
}

void SqlTableFunction::Block::set_null(std::size_t column, std::size_t row) {
  const auto vector = static_cast<duckdb_vector>(vectors_[column]);
  duckdb_vector_ensure_validity_writable(vector);
  duckdb_validity_set_row_invalid(duckdb_vector_get_validity(vector), row);
}

Result<bool> SqlTableFunction::add(const SqlConnection& connection, const std::string& name,
                                   std::vector<Column> columns, Fill fill) {
  // A member function so that blocks can be made here and nowhere else.
  const auto function = [](duckdb_function_info info, duckdb_data_chunk chunk) {
    const auto* const about = static_cast<const About*>(duckdb_function_get_extra_info(info));
    Block block(chunk, about->columns.size());
    duckdb_data_chunk_set_size(chunk, about->fill(block));
  };
  duckdb_table_function made = duckdb_create_table_function();
  duckdb_table_function_set_name(made, name.c_str());
  duckdb_table_function_set_extra_info(made, new About{std::move(columns), std::move(fill)}, forget);
  duckdb_table_function_set_bind(made, bind);
  duckdb_table_function_set_init(made, init);
  duckdb_table_function_set_function(made, function);
  const bool is_made =
      duckdb_register_table_function(static_cast<duckdb_connection>(connection.native()), made) == DuckDBSuccess;
  duckdb_destroy_table_function(&made);
  if (is_made) return true;
  return Diagnostic{.code = Code::InternalFault, .found = "no function " + podium::quoted(name), .expected = "one"};
}

}  // namespace podium
