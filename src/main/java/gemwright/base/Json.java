package gemwright.base;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// JSON as plain values: [Map] in the order of the text, [List], [String], [Long], [BigInteger],
/// [Double], [Boolean], null.
///
/// A number that is not finite is written as the string `"NaN"`, `"Infinity"` or `"-Infinity"`; an
/// empty [Optional] is left out of an object. Nesting stops at 100.
public final class Json {
    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(100)
                                    .maxStringLength(64 << 20)
                                    .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build();

    private Json() {}

    /// The factory for streaming, with our limits: duplicate keys and nesting beyond 100 are
    /// refused.
    public static JsonFactory factory() {
        return FACTORY;
    }

    /// An object from names and values in turn; a value that is an empty [Optional] is left out.
    public static Map<String, @Nullable Object> object(@Nullable Object... namesAndValues) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            Object value = namesAndValues[i + 1];
            if (!(value instanceof Optional<?> optional && optional.isEmpty())) {
                object.put((String) java.util.Objects.requireNonNull(namesAndValues[i]), value);
            }
        }
        return object;
    }

    /// One compact line.
    public static String write(@Nullable Object value) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            put(out, value);
        }
        return text.toString();
    }

    /// Compact, in UTF-8; the stream stays open.
    public static void write(OutputStream stream, @Nullable Object value) throws IOException {
        try {
            stream.write(write(value).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    /// The value of a text.
    ///
    /// @param where what the text is, for the message
    /// @throws Problem `json.damaged` with line and column
    public static @Nullable Object parse(String text, String where) throws Problem {
        try (JsonParser in = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            return whole(in);
        } catch (JacksonException damaged) {
            throw damaged(damaged, where);
        }
    }

    /// The value of a file in UTF-8.
    public static @Nullable Object read(Path file) throws Problem {
        try {
            return parse(Files.readString(file), file.toString());
        } catch (java.nio.file.NoSuchFileException missing) {
            throw Problem.of("file.missing", file).causedBy(missing);
        } catch (IOException failed) {
            throw Problem.of("file.cannotRead", file, String.valueOf(failed.getMessage()))
                    .causedBy(failed);
        }
    }

    private static Problem damaged(JacksonException damaged, String where) {
        TokenStreamLocation at = damaged.getLocation();
        String place =
                at == null
                        ? where
                        : where + ", line " + at.getLineNr() + ", column " + at.getColumnNr();
        return Problem.of("json.damaged", place, damaged.getOriginalMessage()).causedBy(damaged);
    }

    private static @Nullable Object whole(JsonParser in) {
        JsonToken first = in.nextToken();
        Object value = value(in, first);
        if (in.nextToken() != null) {
            throw new tools.jackson.core.exc.StreamReadException(in, "more text after the value");
        }
        return value;
    }

    private static @Nullable Object value(JsonParser in, @Nullable JsonToken token) {
        if (token == null) {
            throw new tools.jackson.core.exc.StreamReadException(
                    in, "the text ends before the value");
        }
        return switch (token) {
            case START_OBJECT -> {
                Map<String, @Nullable Object> object = new LinkedHashMap<>();
                while (in.nextToken() == JsonToken.PROPERTY_NAME) {
                    String name = in.currentName();
                    object.put(name, value(in, in.nextToken()));
                }
                yield object;
            }
            case START_ARRAY -> {
                List<@Nullable Object> list = new ArrayList<>();
                for (JsonToken next = in.nextToken();
                        next != JsonToken.END_ARRAY;
                        next = in.nextToken()) {
                    list.add(value(in, next));
                }
                yield list;
            }
            case VALUE_STRING -> in.getString();
            case VALUE_NUMBER_INT -> integer(in.getBigIntegerValue());
            case VALUE_NUMBER_FLOAT -> in.getDoubleValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default ->
                    throw new tools.jackson.core.exc.StreamReadException(in, "unexpected " + token);
        };
    }

    private static Object integer(BigInteger value) {
        return value.bitLength() < 64 ? (Object) value.longValue() : value;
    }

    private static void put(JsonGenerator out, @Nullable Object value) {
        switch (value) {
            case null -> out.writeNull();
            case Map<?, ?> object -> {
                out.writeStartObject();
                object.forEach(
                        (name, member) -> {
                            if (!(member instanceof Optional<?> optional && optional.isEmpty())) {
                                out.writeName(String.valueOf(name));
                                put(out, member);
                            }
                        });
                out.writeEndObject();
            }
            case Iterable<?> list when !(value instanceof Path) -> {
                out.writeStartArray();
                list.forEach(member -> put(out, member));
                out.writeEndArray();
            }
            case Optional<?> optional -> put(out, optional.orElse(null));
            case Boolean bool -> out.writeBoolean(bool);
            case BigInteger number -> out.writeNumber(number);
            case Double number -> real(out, number, Double.toString(number));
            case Float number -> real(out, number, Float.toString(number));
            case Number number -> out.writeNumber(number.longValue());
            default -> out.writeString(value.toString());
        }
    }

    private static void real(JsonGenerator out, double number, String text) {
        if (Double.isFinite(number)) {
            out.writeNumber(text);
        } else {
            out.writeString(text);
        }
    }
}
