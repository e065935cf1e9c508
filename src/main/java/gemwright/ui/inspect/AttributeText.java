package gemwright.ui.inspect;

import gemwright.onnx.Attribute;

import java.util.List;

/// The value of an attribute as a short text.
final class AttributeText {
    private static final int SHOWN = 12;

    private AttributeText() {}

    static String of(Attribute attribute) {
        return switch (attribute) {
            case Attribute.OfFloat it -> Float.toString(it.value());
            case Attribute.OfInt it -> Long.toString(it.value());
            case Attribute.OfString it -> it.value();
            case Attribute.OfTensor it -> it.value().type().spelling() + " " + it.value().shape();
            case Attribute.OfGraph it -> it.value().nodes().size() + " nodes";
            case Attribute.OfSparseTensor _ -> "sparse tensor";
            case Attribute.OfType it -> it.value().toString();
            case Attribute.OfFloats it -> shortened(it.value().toString(), it.value().size());
            case Attribute.OfInts it -> shortened(it.value().toString(), it.value().size());
            case Attribute.OfStrings it ->
                    list(
                            it.value().subList(0, Math.min(SHOWN, it.value().size())),
                            it.value().size());
            case Attribute.OfTensors it -> "[" + it.value().size() + "]";
            case Attribute.OfGraphs it -> "[" + it.value().size() + "]";
            case Attribute.OfSparseTensors it -> "[" + it.value().size() + "]";
            case Attribute.OfTypes it -> "[" + it.value().size() + "]";
            case Attribute.Reference it -> it.parameter();
            case Attribute.Unknown _ -> "?";
        };
    }

    private static String list(List<String> shown, int size) {
        String text = String.join(", ", shown);
        return size > shown.size() ? text + ", ... [" + size + "]" : text;
    }

    private static String shortened(String text, long size) {
        return text.length() <= 60 ? text : text.substring(0, 56) + "... [" + size + "]";
    }
}
