package gemwright.source.torch.pt2;

import gemwright.base.Problem;
import gemwright.onnx.shape.Size;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;

/// Sizes as the program writes them: `{"as_int": 3}`, or SymPy's source of an expression.
final class Symbols {
    private static final int DEEPEST = 100;

    private final String text;
    private int at;
    private int depth;

    private Symbols(String text) {
        this.text = text;
    }

    static Size size(Fields fields) throws Problem {
        Fields.Union union = fields.union();
        return switch (union.kind()) {
            case "as_int" -> Size.of(fields.whole("as_int"));
            case "as_expr" -> expression(union.object().text("expr_str"));
            default -> throw Problem.of("torch.damaged", fields.where(), "a size is of no kind");
        };
    }

    /// The size that an expression is; one of a kind that is not known here is a name of its own.
    static Size expression(String source) {
        try {
            Symbols parser = new Symbols(source);
            Size size = parser.next();
            return parser.at == source.length() ? size : other(source);
        } catch (IllegalArgumentException | ArithmeticException unknown) {
            return other(source);
        }
    }

    private static Size other(String source) {
        return Size.named("(" + source + ")");
    }

    /// `Name(argument, argument, key=value)`, or a number.
    private Size next() {
        if (++depth > DEEPEST) {
            throw new IllegalArgumentException("deep");
        }
        String name = word();
        if (name.matches("-?\\d+")) {
            depth--;
            return Size.of(Long.parseLong(name));
        }
        expect('(');
        Size result =
                switch (name) {
                    case "Symbol" -> symbol();
                    case "Integer" -> Size.of(Long.parseLong(word()));
                    case "Add" -> folded(Size::plus);
                    case "Mul" -> folded(Size::times);
                    case "FloorDiv" -> folded(Size::floorQuotient);
                    case "Mod", "PythonMod" -> folded(Size::remainder);
                    case "Max" -> folded(Size::most);
                    case "Min" -> folded(Size::least);
                    default -> throw new IllegalArgumentException(name);
                };
        expect(')');
        depth--;
        return result;
    }

    private Size symbol() {
        expect('\'');
        String name = word();
        expect('\'');
        int close = text.indexOf(')', at);
        at = close < 0 ? text.length() : close;
        return Size.named(name);
    }

    private Size folded(BinaryOperator<Size> operation) {
        List<Size> parts = new ArrayList<>(List.of(next()));
        while (at < text.length() && text.charAt(at) == ',') {
            at++;
            skip();
            parts.add(next());
        }
        return parts.stream().reduce(operation).orElseThrow();
    }

    private String word() {
        skip();
        int from = at;
        while (at < text.length()
                && (Character.isLetterOrDigit(text.charAt(at))
                        || "_-".indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        if (from == at) {
            throw new IllegalArgumentException(text);
        }
        return text.substring(from, at);
    }

    private void skip() {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
    }

    private void expect(char sign) {
        skip();
        if (at >= text.length() || text.charAt(at) != sign) {
            throw new IllegalArgumentException(text);
        }
        at++;
    }
}
