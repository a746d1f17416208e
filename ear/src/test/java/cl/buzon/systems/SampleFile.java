package cl.buzon.systems;

import com.lowagie.text.Document;
import com.lowagie.text.Paragraph;
import com.lowagie.text.pdf.PdfWriter;
import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;

/** A file as a customer would have it; its content follows from its name, so two names make two files. */
public final class SampleFile {

    private final String name;
    private final String contentType;
    private final byte[] content;

    private SampleFile(String name, String contentType, byte[] content) {
        this.name = name;
        this.contentType = contentType;
        this.content = content;
    }

    /** A photo as a telephone takes it, only smaller. */
    public static SampleFile photo(String name) {
        BufferedImage image = new BufferedImage(320, 240, BufferedImage.TYPE_INT_RGB);
        Graphics2D painter = image.createGraphics();
        painter.setPaint(new GradientPaint(0, 0, new Color(name.hashCode()), 320, 240, Color.WHITE));
        painter.fillRect(0, 0, 320, 240);
        painter.setPaint(Color.BLACK);
        painter.drawString(name, 20, 120);
        painter.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpg", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new SampleFile(name, "image/jpeg", bytes.toByteArray());
    }

    /** A photo as a telephone takes it. */
    public static SampleFile photo(String name, int bytes) {
        return new SampleFile(name, "image/jpeg", Arrays.copyOf(photo(name).content, bytes));
    }

    /** A document of one page. */
    public static SampleFile pdf(String name) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Document document = new Document();
        PdfWriter.getInstance(document, bytes);
        document.open();
        document.add(new Paragraph("Boleta " + name));
        document.close();
        return new SampleFile(name, "application/pdf", bytes.toByteArray());
    }

    /** Words that nobody may attach, whatever they are called. */
    public static SampleFile script(String name) {
        byte[] content = "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8);
        return new SampleFile(name, "text/html", content);
    }

    public String name() {
        return name;
    }

    public String contentType() {
        return contentType;
    }

    public byte[] content() {
        return content.clone();
    }

    @Override
    public String toString() {
        return name;
    }

    FilePayload payload() {
        return new FilePayload(name, contentType, content);
    }
}
