package gemwright.report;

/// A block that knows its height at its width: what the page breaker moves about.
interface Box {
    /// In points.
    double height();

    /// Draws it with its upper left corner there.
    void draw(PdfCanvas canvas, double x, double top);

    /// Empty room.
    static Box space(double height) {
        return of(height, (canvas, x, top) -> {});
    }

    /// A box of that height.
    static Box of(double height, Drawing drawing) {
        return new Box() {
            @Override
            public double height() {
                return height;
            }

            @Override
            public void draw(PdfCanvas canvas, double x, double top) {
                drawing.draw(canvas, x, top);
            }
        };
    }

    /// Boxes below each other.
    static Box stack(java.util.List<Box> boxes) {
        double height = boxes.stream().mapToDouble(Box::height).sum();
        return of(
                height,
                (canvas, x, top) -> {
                    double at = top;
                    for (Box box : boxes) {
                        box.draw(canvas, x, at);
                        at += box.height();
                    }
                });
    }

    /// How a box is drawn.
    @FunctionalInterface
    interface Drawing {
        void draw(PdfCanvas canvas, double x, double top);
    }
}
