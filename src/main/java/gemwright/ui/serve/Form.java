package gemwright.ui.serve;

import gemwright.base.Json;
import gemwright.data.Column;
import gemwright.data.ColumnKind;
import gemwright.data.DType;
import gemwright.data.Table;
import gemwright.serve.model.Feature;
import gemwright.serve.model.Layout;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The fields that make a request: one a feature of the model, started with the first row of the
/// reference data.
///
/// @param fields in the order of the model; empty where it takes whole arrays
/// @param named whether values go by the features' names, rather than as a row
record Form(List<FormField> fields, boolean named) {
    /// A column with more different texts than this is typed, not chosen.
    static final int MOST_CHOICES = 40;

    Form {
        fields = List.copyOf(fields);
    }

    /// No field.
    static Form none() {
        return new Form(List.of(), true);
    }

    /// The form of a model.
    ///
    /// @param rows the reference data, for choices and the example
    static Form of(Layout layout, Optional<Table> rows) {
        List<FormField> fields = new ArrayList<>();
        for (Feature feature : layout.features()) {
            fields.add(field(feature, rows.flatMap(table -> table.find(feature.name()))));
        }
        boolean named = !(layout instanceof Layout.Matrix matrix) || matrix.named();
        return new Form(fields, named);
    }

    private static FormField field(Feature feature, Optional<Column> column) {
        Optional<Column> filled = column.filter(one -> one.rows() > 0);
        String start =
                filled.filter(one -> !one.missing(0))
                        .map(one -> plain(one.text(0), feature.type()))
                        .orElse(blank(feature.type()));
        List<String> choices =
                feature.type() == DType.BOOL
                        ? List.of("true", "false")
                        : filled.filter(_ -> feature.type() == DType.STRING)
                                .map(Form::choices)
                                .orElse(List.of());
        return new FormField(feature.name(), feature.type(), choices, start);
    }

    private static String blank(DType type) {
        return type == DType.STRING ? "" : type == DType.BOOL ? "false" : "0";
    }

    /// `48` for `48.0` where the model reads numbers.
    private static String plain(String text, DType type) {
        return type != DType.STRING && text.endsWith(".0")
                ? text.substring(0, text.length() - 2)
                : text;
    }

    private static List<String> choices(Column column) {
        if (column.kind() == ColumnKind.TENSOR) {
            return List.of();
        }
        Set<String> distinct = new LinkedHashSet<>();
        for (int row = 0; row < column.rows(); row++) {
            if (!column.missing(row)) {
                distinct.add(column.text(row));
            }
            if (distinct.size() > MOST_CHOICES) {
                return List.of();
            }
        }
        return distinct.stream().sorted().toList();
    }

    /// What is sent.
    Map<String, @Nullable Object> body() {
        if (named) {
            Map<String, @Nullable Object> record = new LinkedHashMap<>();
            fields.forEach(field -> record.put(field.name(), field.value()));
            return record;
        }
        List<@Nullable Object> row = new ArrayList<>();
        fields.forEach(field -> row.add(field.value()));
        return Json.object("inputs", List.of(row));
    }

    /// Fills the fields with the members of a record; those that it lacks stay.
    void fill(Map<?, ?> record) {
        for (FormField field : fields) {
            if (record.containsKey(field.name())) {
                Object value = record.get(field.name());
                field.text().set(value == null ? "" : String.valueOf(value));
            }
        }
    }

    /// Shows the server's refusal at the field that it names.
    ///
    /// @return whether it names one
    boolean mark(String refusal) {
        boolean found = false;
        for (FormField field : fields) {
            boolean meant = !found && refusal.startsWith(field.name() + ": ");
            field.error()
                    .set(
                            meant
                                    ? Optional.of(refusal.substring(field.name().length() + 2))
                                    : Optional.empty());
            found |= meant;
        }
        return found;
    }
}
