package gemwright.ui.report;

import java.io.ByteArrayInputStream;
import java.io.InputStream;

/// One page as a picture.
final class Picture {
    private final byte[] png;

    Picture(byte[] png) {
        this.png = png;
    }

    /// The picture as a PNG file.
    InputStream open() {
        return new ByteArrayInputStream(png);
    }
}
