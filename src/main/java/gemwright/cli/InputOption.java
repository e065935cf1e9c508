package gemwright.cli;

import gemwright.base.Texts;
import gemwright.onnx.Dimension;
import gemwright.onnx.ElementType;
import gemwright.onnx.ValueInfo;
import gemwright.onnx.ValueType;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `--input NAME[=TYPE[DIM,DIM]]`: `x=float[N,3,224,224]`, where a name is a free size and `?` any.
final class InputOption {
    private static final Pattern FORM =
            Pattern.compile("([^=]+)(?:=([a-z0-9]+)(?:\\[([^\\]]*)\\])?)?");

    private InputOption() {}

    /// @throws Usage where the text has another form, or no such type
    static ValueInfo of(String text, Texts texts) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new Usage(texts.of("convert.inputForm", text));
        }
        String name = matcher.group(1);
        if (matcher.group(2) == null) {
            return new ValueInfo(name);
        }
        ElementType type =
                ElementType.of(matcher.group(2))
                        .orElseThrow(() -> new Usage(texts.of("convert.inputForm", text)));
        return matcher.group(3) == null
                ? new ValueInfo(name, ValueType.tensorOfAnyRank(type))
                : new ValueInfo(
                        name,
                        ValueType.tensor(
                                type, dimensions(matcher.group(3)).toArray(Dimension[]::new)));
    }

    private static List<Dimension> dimensions(String sizes) {
        List<Dimension> dimensions = new ArrayList<>();
        for (String size : sizes.isBlank() ? new String[0] : sizes.split(",", -1)) {
            String one = size.strip();
            if (one.matches("\\d{1,9}")) {
                dimensions.add(Dimension.of(Long.parseLong(one)));
            } else {
                dimensions.add(
                        one.isEmpty() || one.equals("?") ? Dimension.free() : Dimension.of(one));
            }
        }
        return dimensions;
    }
}
