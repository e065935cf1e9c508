package gemwright.report;

import gemwright.base.Problem;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import javax.imageio.ImageIO;

/// The pages of a PDF file as pictures, for a preview in the window. Not for use by two threads at
/// once; the caller closes it.
public final class PagePictures implements AutoCloseable {
    private final Path file;
    private final PDDocument document;
    private final PDFRenderer renderer;

    private PagePictures(Path file, PDDocument document) {
        this.file = file;
        this.document = document;
        this.renderer = new PDFRenderer(document);
    }

    /// Opens a PDF file.
    ///
    /// @throws Problem where it cannot be read
    public static PagePictures open(Path file) throws Problem {
        try {
            return new PagePictures(file, Loader.loadPDF(file.toFile()));
        } catch (IOException unreadable) {
            throw cannotRead(file, unreadable);
        }
    }

    /// How many pages there are.
    public int count() {
        return document.getNumberOfPages();
    }

    /// The bookmarks of the first level: the sections of a report.
    public List<Section> sections() throws Problem {
        List<Section> sections = new ArrayList<>();
        PDDocumentOutline outline = document.getDocumentCatalog().getDocumentOutline();
        if (outline != null) {
            try {
                for (PDOutlineItem item : outline.children()) {
                    PDPage target = item.findDestinationPage(document);
                    int page = target == null ? 0 : document.getPages().indexOf(target);
                    sections.add(new Section(item.getTitle(), page));
                }
            } catch (IOException damaged) {
                throw cannotRead(file, damaged);
            }
        }
        return List.copyOf(sections);
    }

    /// A section and where it begins.
    ///
    /// @param page from 0
    public record Section(String title, int page) {}

    /// One page as a PNG file.
    ///
    /// @param page from 0
    /// @param scale pixels a point: 1 gives 595 by 842 pixels
    public byte[] png(int page, float scale) throws Problem {
        try {
            BufferedImage image = renderer.renderImage(page, scale, ImageType.RGB);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ImageIO.write(image, "png", bytes);
            return bytes.toByteArray();
        } catch (IOException damaged) {
            throw cannotRead(file, damaged);
        }
    }

    private static Problem cannotRead(Path file, IOException why) {
        return Problem.of("file.cannotRead", file, String.valueOf(why.getMessage())).causedBy(why);
    }

    @Override
    public void close() {
        try {
            document.close();
        } catch (IOException ignored) {
            // it was only read: nothing is lost
        }
    }
}
