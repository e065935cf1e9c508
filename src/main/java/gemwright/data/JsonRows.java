package gemwright.data;

import gemwright.base.Json;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

import java.io.InputStream;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// JSON objects as rows of a table: each member is a column; the members of an object within are
/// columns of their own, called `outer.inner`; an array is an array for that row.
///
/// `null` and the empty text are missing. `NaN` and the infinities are numbers, bare (as Python
/// writes them) or as texts. Not for several threads.
public final class JsonRows {
    private static final JsonFactory FACTORY =
            Json.factory().rebuild().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();

    private final TableBuilder table;
    private final Naming naming;
    private final Map<String, Optional<ColumnInfo>> named = new HashMap<>();

    /// Which column a member goes to.
    @FunctionalInterface
    public interface Naming {
        /// Name and role of the column; empty where the member is not looked at.
        ///
        /// @param path names of the members from the outermost on, joined by dots
        Optional<ColumnInfo> column(String path);
    }

    /// Rows for that table.
    public JsonRows(TableBuilder table, Naming naming) {
        this.table = table;
        this.naming = naming;
    }

    /// Adds the row that a line holds.
    ///
    /// @return why it cannot be read, in the words of the parser; the table is then as before
    public Optional<String> add(byte[] bytes, int start, int end) {
        try (JsonParser in =
                FACTORY.createParser(ObjectReadContext.empty(), bytes, start, end - start)) {
            in.nextToken();
            row(in);
            if (in.nextToken() != null) {
                throw new StreamReadException(in, "more text after the object");
            }
            table.endRow();
            return Optional.empty();
        } catch (JacksonException damaged) {
            table.dropRow();
            return Optional.of(damaged.getOriginalMessage());
        }
    }

    /// Adds the rows of an array of objects.
    ///
    /// @param eachRow is called after each row
    /// @return why it cannot be read on, in the words of the parser
    public Optional<String> addArray(InputStream in, RowEnd eachRow) throws gemwright.base.Problem {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), in)) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw new StreamReadException(parser, "no array");
            }
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                row(parser);
                table.endRow();
                eachRow.after();
            }
            if (parser.nextToken() != null) {
                throw new StreamReadException(parser, "more text after the array");
            }
            return Optional.empty();
        } catch (JacksonException damaged) {
            table.dropRow();
            return Optional.of(damaged.getOriginalMessage());
        }
    }

    /// What is done after each row.
    @FunctionalInterface
    public interface RowEnd {
        /// Called with the row in the table.
        void after() throws gemwright.base.Problem;
    }

    private void row(JsonParser in) {
        if (in.currentToken() != JsonToken.START_OBJECT) {
            throw new StreamReadException(in, "a row is an object in braces");
        }
        members(in, "");
    }

    private void members(JsonParser in, String prefix) {
        while (in.nextToken() == JsonToken.PROPERTY_NAME) {
            String path = prefix + in.currentName();
            JsonToken token = in.nextToken();
            if (token == JsonToken.START_OBJECT) {
                members(in, path + ".");
                continue;
            }
            Optional<ColumnInfo> info = named.computeIfAbsent(path, naming::column);
            if (info.isEmpty()) {
                in.skipChildren();
            } else if (token != JsonToken.VALUE_NULL) {
                ColumnBuilder column = table.column(info.get().name(), info.get().role());
                if (column.rows() > table.rows()) {
                    throw new StreamReadException(in, "two values for " + info.get().name());
                }
                value(in, token, column);
            }
        }
    }

    private static void value(JsonParser in, @Nullable JsonToken token, ColumnBuilder column) {
        if (token == null) {
            throw new StreamReadException(in, "the text ends before the value");
        }
        switch (token) {
            case VALUE_STRING -> {
                String text = in.getString();
                if (!text.isEmpty()) {
                    column.add(text);
                }
            }
            case VALUE_NUMBER_INT -> {
                if (in.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
                    column.add(in.getBigIntegerValue().toString());
                } else {
                    column.add(in.getLongValue());
                }
            }
            case VALUE_NUMBER_FLOAT -> column.add(in.getDoubleValue());
            case VALUE_TRUE, VALUE_FALSE -> column.add(token == JsonToken.VALUE_TRUE);
            case START_ARRAY -> array(in, column);
            default -> throw new StreamReadException(in, "unexpected " + token);
        }
    }

    /// An array of numbers or of texts of one shape, else its JSON as text.
    private static void array(JsonParser in, ColumnBuilder column) {
        List<@Nullable Object> list = list(in);
        Optional<NdArray> array = JsonArrays.array(list);
        if (array.isPresent()) {
            column.add(array.get());
        } else {
            column.add(Json.write(list));
        }
    }

    private static List<@Nullable Object> list(JsonParser in) {
        List<@Nullable Object> list = new ArrayList<>();
        for (JsonToken next = in.nextToken(); next != JsonToken.END_ARRAY; next = in.nextToken()) {
            list.add(element(in, next));
        }
        return list;
    }

    private static @Nullable Object element(JsonParser in, @Nullable JsonToken token) {
        if (token == null) {
            throw new StreamReadException(in, "the text ends within an array");
        }
        return switch (token) {
            case START_ARRAY -> list(in);
            case START_OBJECT -> {
                Map<String, @Nullable Object> object = new java.util.LinkedHashMap<>();
                while (in.nextToken() == JsonToken.PROPERTY_NAME) {
                    String name = in.currentName();
                    object.put(name, element(in, in.nextToken()));
                }
                yield object;
            }
            case VALUE_STRING -> in.getString();
            case VALUE_NUMBER_INT -> {
                BigInteger number = in.getBigIntegerValue();
                yield number.bitLength() < 64 ? (Object) number.longValue() : number;
            }
            case VALUE_NUMBER_FLOAT -> in.getDoubleValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> throw new StreamReadException(in, "unexpected " + token);
        };
    }
}
