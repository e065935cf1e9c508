package gemwright.quantize;

import gemwright.base.Texts;

/// Why a node is kept as it is. The sentences stand in the problems bundle as
/// `quantize.reason.KEY`.
///
/// @param key name of the sentence
/// @param detail what it quotes; may be empty
public record Reason(String key, String detail) {
    static final Reason NOT_CONSTANT = new Reason("notConstant", "");
    static final Reason TOO_SMALL = new Reason("tooSmall", "");
    static final Reason EXCLUDED = new Reason("excluded", "");
    static final Reason NOT_FINITE = new Reason("notFinite", "");
    static final Reason NO_WEIGHTS = new Reason("noWeights", "");
    static final Reason SLOW_CONVOLUTION = new Reason("slowConvolution", "");

    static Reason operator(String operator) {
        return new Reason("operator", operator);
    }

    static Reason type(String element) {
        return new Reason("type", element);
    }

    static Reason rank(int rank) {
        return new Reason("rank", Integer.toString(rank));
    }

    static Reason opset(long opset) {
        return new Reason("opset", Long.toString(opset));
    }

    /// The sentence, in the language of the problems bundle given.
    public String text(Texts problems) {
        return problems.of("quantize.reason." + key, detail);
    }
}
