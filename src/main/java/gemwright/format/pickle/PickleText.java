package gemwright.format.pickle;

/// A text; a byte string of Python 2 becomes the text of its bytes as ISO 8859-1.
public record PickleText(String value) implements PickleValue {}
