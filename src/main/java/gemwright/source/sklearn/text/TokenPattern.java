package gemwright.source.sklearn.text;

import gemwright.base.Problem;
import gemwright.onnx.Domain;
import gemwright.onnx.ElementType;
import gemwright.onnx.Value;
import gemwright.source.sklearn.Estimator;
import gemwright.source.sklearn.EstimatorGraph;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// How a vectorizer cuts a text into words: its `token_pattern`, as ONNX Runtime's regular
/// expressions (RE2) can say it.
///
/// RE2 knows no `\b` beyond ASCII. A pattern in `\b…\b` that matches word characters only, as
/// scikit-learn's own does, matches a whole run of word characters or nothing of it: then runs are
/// cut out, and those that the pattern does not match in full are dropped.
///
/// @param cut what cuts the tokens out
/// @param filter what a token must match in full
/// @param spaces whether a token can have a space in it
record TokenPattern(String cut, Optional<String> filter, boolean spaces) {
    private static final Pattern BOUNDED = Pattern.compile("\\\\b(.+)\\\\b", Pattern.DOTALL);

    /// Matches as long a run as there is, so that `\b` at its ends says nothing new.
    private static final Pattern WHOLE_RUN =
            Pattern.compile("(\\\\w)*\\\\w([+*]|\\{\\d+,})", Pattern.DOTALL);

    static TokenPattern of(Estimator fitted) throws Problem {
        String pattern = fitted.text("token_pattern").replaceFirst("^\\(\\?u\\)", "");
        var bounded = BOUNDED.matcher(pattern);
        boolean isBounded = bounded.matches();
        String inner = isBounded ? bounded.group(1) : pattern;
        RegularExpression re2 =
                RegularExpression.parse(inner)
                        .filter(RegularExpression::neverEmpty)
                        .orElseThrow(() -> fitted.unsupported("token_pattern"));
        boolean isRun = isBounded && WHOLE_RUN.matcher(inner).matches();
        boolean exact = isBounded ? re2.wordsOnly() && !inner.contains("|") : re2.longestFirst();
        if (!exact) {
            throw fitted.unsupported("token_pattern");
        }
        if (!isBounded || isRun) {
            return new TokenPattern(re2.text(), Optional.empty(), re2.matchesSpaces());
        }
        String run = RegularExpression.parse("\\w+").orElseThrow().text();
        return new TokenPattern(run, Optional.of(re2.text()), false);
    }

    /// The tokens of texts `[N]`, `[N, T]`; the empty text behind the last one of a row, and in the
    /// place of a dropped one.
    Value tokens(Value texts, EstimatorGraph g) {
        Value tokens =
                g.node("Tokenizer")
                        .domain(Domain.MICROSOFT)
                        .inputs(texts)
                        .attribute("mark", 0)
                        .attribute("mincharnum", 1)
                        .attribute("pad_value", "")
                        .attribute("tokenexp", cut)
                        .output(ElementType.STRING);
        if (filter.isEmpty()) {
            return tokens;
        }
        Value matches =
                g.node("RegexFullMatch")
                        .inputs(tokens)
                        .attribute("pattern", filter.get())
                        .output(ElementType.BOOL);
        return g.op("Where", matches, tokens, g.texts("dropped", List.of("")))
                .as(ElementType.STRING);
    }
}
