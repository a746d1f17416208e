package cl.buzon.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThumbnailTest {

    @Test
    void aPhotoBecomesASmallSquareOfItsMiddle() throws IOException {
        BufferedImage small = small(jpeg(photo(800, 400)));

        assertThat(small.getWidth()).isEqualTo(Thumbnail.SIDE).isEqualTo(small.getHeight());
        assertColour(small, 80, 80, Color.GREEN);
    }

    @Test
    void aTransparentDrawingStandsOnPaper() throws IOException {
        BufferedImage drawing = new BufferedImage(200, 200, BufferedImage.TYPE_INT_ARGB);

        assertColour(small(bytes(drawing, "png")), 80, 80, Color.WHITE);
    }

    /** The left edge of the sensor is where the telephone's hand made it. */
    @ParameterizedTest
    @CsvSource({
        "1, 10, 80",
        "2, 150, 80",
        "3, 150, 80",
        "4, 10, 80",
        "5, 80, 10",
        "6, 80, 10",
        "7, 80, 150",
        "8, 80, 150"
    })
    void aPhotoStandsAsItWasSeen(int turn, int x, int y) throws IOException {
        BufferedImage seen = small(turned(jpeg(redAtTheLeft()), turn));

        assertColour(seen, x, y, Color.RED);
    }

    @Test
    void aFloodOfPixelsIsNotUnpacked() throws IOException {
        assertThat(Thumbnail.of(new ByteArrayInputStream(headOfPng(50_000, 50_000))))
                .isEmpty();
        assertThat(Thumbnail.of(new ByteArrayInputStream(headOfPng(21_000, 1)))).isEmpty();
    }

    @Test
    void whatIsNoPictureIsNone() throws IOException {
        byte[] words = "%PDF-1.7 no picture".getBytes(StandardCharsets.US_ASCII);

        assertThat(Thumbnail.of(new ByteArrayInputStream(words))).isEmpty();
        assertThat(Thumbnail.of(new ByteArrayInputStream(bytes(photo(10, 10), "bmp"))))
                .isEmpty();
    }

    private static BufferedImage small(byte[] photo) throws IOException {
        byte[] made = Thumbnail.of(new ByteArrayInputStream(photo)).orElseThrow();
        return ImageIO.read(new ByteArrayInputStream(made));
    }

    /** Red, green and blue from left to right. */
    private static BufferedImage photo(int width, int height) {
        return striped(width, height, Color.RED, Color.GREEN, Color.BLUE);
    }

    private static BufferedImage redAtTheLeft() {
        return striped(400, 400, Color.RED, Color.WHITE, Color.WHITE, Color.WHITE, Color.WHITE);
    }

    private static BufferedImage striped(int width, int height, Color... colours) {
        BufferedImage photo = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = photo.createGraphics();
        for (int i = 0; i < colours.length; i++) {
            pen.setColor(colours[i]);
            pen.fillRect(i * width / colours.length, 0, width / colours.length + 1, height);
        }
        pen.dispose();
        return photo;
    }

    private static byte[] jpeg(BufferedImage photo) throws IOException {
        return bytes(photo, "jpeg");
    }

    private static byte[] bytes(BufferedImage photo, String format) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(photo, format, bytes);
        return bytes.toByteArray();
    }

    /** With the Exif segment of a telephone behind the first marker. */
    private static byte[] turned(byte[] jpeg, int turn) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.write(jpeg, 0, 2);
        out.writeShort(0xFFE1);
        out.writeShort(2 + 6 + 8 + 2 + 12);
        out.writeBytes("Exif\0\0");
        out.writeBytes("MM");
        out.writeShort(42);
        out.writeInt(8);
        out.writeShort(1);
        out.writeShort(274);
        out.writeShort(3);
        out.writeInt(1);
        out.writeShort(turn);
        out.writeShort(0);
        out.write(jpeg, 2, jpeg.length - 2);
        return bytes.toByteArray();
    }

    private static byte[] headOfPng(int width, int height) throws IOException {
        ByteArrayOutputStream chunk = new ByteArrayOutputStream();
        DataOutputStream head = new DataOutputStream(chunk);
        head.writeBytes("IHDR");
        head.writeInt(width);
        head.writeInt(height);
        head.write(new byte[] {8, 2, 0, 0, 0});
        CRC32 sum = new CRC32();
        sum.update(chunk.toByteArray());
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(png);
        out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        out.writeInt(13);
        out.write(chunk.toByteArray());
        out.writeInt((int) sum.getValue());
        out.writeInt(0);
        out.writeBytes("IDAT");
        return png.toByteArray();
    }

    private static void assertColour(BufferedImage picture, int x, int y, Color expected) {
        Color found = new Color(picture.getRGB(x, y));
        assertThat(Math.abs(found.getRed() - expected.getRed())
                        + Math.abs(found.getGreen() - expected.getGreen())
                        + Math.abs(found.getBlue() - expected.getBlue()))
                .as("%s at %d, %d", found, x, y)
                .isLessThan(60);
    }
}
