package gemwright.report;

import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGIDGenerator;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

import java.util.Locale;
import java.util.Set;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

/// Turns drawings into `svg` elements that may stand side by side in one page: their identifiers
/// never collide.
final class SvgCanvas {
    /// What the generator writes on every drawing though the page's style or the standard says it.
    private static final Set<String> USUAL =
            Set.of(
                    "color-interpolation",
                    "color-rendering",
                    "image-rendering",
                    "shape-rendering",
                    "text-rendering",
                    "stroke-linecap",
                    "font-family",
                    "xmlns:xlink");

    private final Document owner;
    private final SVGIDGenerator names = new SVGIDGenerator();

    SvgCanvas() {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            owner = factory.newDocumentBuilder().newDocument();
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException("the Java runtime has no XML documents", impossible);
        }
    }

    /// What the drawing looks like, for that many units across and down.
    ///
    /// @param spoken what it shows, for those who do not see it
    String draw(double width, double height, String spoken, PdfCanvas.Drawing drawing) {
        SVGGeneratorContext context = SVGGeneratorContext.createDefault(owner);
        context.setIDGenerator(names);
        context.setComment("");
        context.setPrecision(2);
        SVGGraphics2D graphics = new SVGGraphics2D(context, false);
        drawing.on(graphics);
        StringBuilder out = new StringBuilder();
        out.append("<svg viewBox=\"0 0 ")
                .append(number(width))
                .append(' ')
                .append(number(height))
                .append("\" role=\"img\" aria-label=\"")
                .append(HtmlText.escape(spoken))
                .append("\">");
        Node root = graphics.getRoot();
        for (Node child = root.getFirstChild(); child != null; child = child.getNextSibling()) {
            write(child, out);
        }
        graphics.dispose();
        return out.append("</svg>").toString();
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    /// Depth is the generator's own: a few levels.
    private static void write(Node node, StringBuilder out) {
        if (node instanceof Text text) {
            out.append(HtmlText.escape(text.getData()));
            return;
        }
        if (node.getNodeType() != Node.ELEMENT_NODE || isEmpty(node)) {
            return;
        }
        out.append('<').append(node.getNodeName());
        NamedNodeMap attributes = node.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            if (attributes.item(i) instanceof Attr attribute && counts(attribute)) {
                out.append(' ')
                        .append(attribute.getName())
                        .append("=\"")
                        .append(HtmlText.escape(attribute.getValue()))
                        .append('"');
            }
        }
        out.append('>');
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            write(child, out);
        }
        out.append("</").append(node.getNodeName()).append('>');
    }

    private static boolean isEmpty(Node node) {
        return Set.of("g", "defs").contains(node.getNodeName()) && node.getFirstChild() == null;
    }

    private static boolean counts(Attr attribute) {
        String value = attribute.getValue();
        boolean shared =
                attribute.getName().equals("id")
                        && (value.startsWith("generic") || value.startsWith("defs"));
        return !shared && !USUAL.contains(attribute.getName());
    }
}
