package gemwright.onnx.layout;

import java.util.Locale;

/// Writes a drawing as SVG: text stays text, colours follow the reader's light or dark setting.
public final class GraphSvg {
    private static final String STYLE =
            """
            <style>
            svg{font-family:system-ui,"Noto Sans SC",sans-serif;font-size:12px;color-scheme:light dark}
            .node{fill:#fff;stroke:#8c959f}.input{fill:#ddf4ff;stroke:#0969da}
            .output{fill:#dafbe1;stroke:#1a7f37}
            text{fill:#1f2328;text-anchor:middle}.detail,.stub{fill:#59636e;font-size:10px}
            path{fill:none;stroke:#8c959f}
            @media (prefers-color-scheme:dark){
            .node{fill:#212830;stroke:#656c76}.input{fill:#0d2d4d;stroke:#4493f8}
            .output{fill:#0f2d18;stroke:#3fb950}
            text{fill:#d1d7e0}.detail,.stub{fill:#9198a1}path{stroke:#656c76}}
            </style>
            """;

    private static final double STUB = 16;

    private final StringBuilder out = new StringBuilder();

    private GraphSvg() {}

    /// The SVG document.
    ///
    /// @param title what the reader of the picture is told it shows
    public static String of(Drawing drawing, String title) {
        GraphSvg svg = new GraphSvg();
        svg.document(drawing, title);
        return svg.out.toString();
    }

    private void document(Drawing drawing, String title) {
        out.append(
                String.format(
                        Locale.ROOT,
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %.0f %.0f\""
                                + " width=\"%.0f\" height=\"%.0f\" role=\"img\">\n",
                        drawing.width(),
                        drawing.height(),
                        drawing.width(),
                        drawing.height()));
        out.append("<title>").append(escaped(title)).append("</title>\n").append(STYLE);
        for (Line line : drawing.lines()) {
            if (line.stub()) {
                stub(line);
            } else {
                line(line);
            }
        }
        drawing.boxes().forEach(this::box);
        out.append("</svg>\n");
    }

    /// A curve that leaves and enters each layer straight down.
    private void line(Line line) {
        Line.Point at = line.points().getFirst();
        out.append(String.format(Locale.ROOT, "<path d=\"M%.1f %.1f", at.x(), at.y()));
        for (Line.Point next : line.points().subList(1, line.points().size())) {
            double middle = (at.y() + next.y()) / 2;
            out.append(
                    String.format(
                            Locale.ROOT,
                            "C%.1f %.1f %.1f %.1f %.1f %.1f",
                            at.x(),
                            middle,
                            next.x(),
                            middle,
                            next.x(),
                            next.y()));
            at = next;
        }
        out.append("\"><title>").append(escaped(line.value())).append("</title></path>\n");
    }

    private void stub(Line line) {
        Line.Point from = line.points().getFirst();
        Line.Point to = line.points().getLast();
        out.append(
                String.format(
                        Locale.ROOT,
                        "<path stroke-dasharray=\"3 2\" d=\"M%.1f %.1fv%.1f",
                        from.x(),
                        from.y(),
                        STUB));
        out.append(
                String.format(Locale.ROOT, "M%.1f %.1fv%.1f\"/>\n", to.x(), to.y() - STUB, STUB));
        text("stub", to.x(), to.y() - STUB - 2, line.value(), 40);
    }

    private void box(Box box) {
        String kind = box.kind().name().toLowerCase(Locale.ROOT);
        out.append(
                String.format(
                        Locale.ROOT,
                        "<g class=\"box\"><title>%s</title>",
                        escaped(box.title() + " " + box.detail())));
        out.append(
                String.format(
                        Locale.ROOT,
                        "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\""
                                + " rx=\"6\"/>",
                        kind,
                        box.x(),
                        box.y(),
                        box.width(),
                        box.height()));
        int letters = (int) ((box.width() - 12) / 6.5);
        boolean two = !box.detail().isEmpty();
        text("title", box.centre(), box.y() + (two ? 17 : 24), box.title(), letters);
        if (two) {
            text("detail", box.centre(), box.y() + 31, box.detail(), letters + letters / 5);
        }
        out.append("</g>\n");
    }

    private void text(String kind, double x, double y, String text, int letters) {
        String shown = text.length() <= letters ? text : text.substring(0, letters - 1) + "…";
        out.append(
                String.format(
                        Locale.ROOT,
                        "<text class=\"%s\" x=\"%.1f\" y=\"%.1f\">%s</text>",
                        kind,
                        x,
                        y,
                        escaped(shown)));
    }

    /// Names come from files: markup in them is text, and control characters that XML forbids go.
    private static String escaped(String text) {
        StringBuilder safe = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                default -> safe.append(c < ' ' || c >= '\uFFFE' ? '\uFFFD' : c);
            }
        }
        return safe.toString();
    }
}
