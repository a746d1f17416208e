package cl.buzon.web.live;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileCacheImageInputStream;
import javax.imageio.stream.ImageInputStream;

/**
 * The middle of a photo as a small square, drawn anew by us: nothing of the file but its colours gets into it. How large
 * a picture says that it is, is judged before any of it is unpacked.
 */
final class Thumbnail {

    static final String CONTENT_TYPE = "image/jpeg";

    /** Of each side, in pixels. */
    static final int SIDE = 160;

    /** Some more than the largest cameras of telephones make. */
    private static final long MAX_PIXELS = 64_000_000;

    private static final int MAX_SIDE = 20_000;
    private static final Set<String> READABLE = Set.of("jpeg", "png");
    private static final Color PAPER = Color.WHITE;

    private Thumbnail() {}

    /**
     * Empty when it is no JPEG or PNG, or a larger one than anybody photographs.
     *
     * @throws IOException when it cannot be read
     */
    static Optional<byte[]> of(InputStream content) throws IOException {
        BufferedInputStream photo = new BufferedInputStream(content, ExifTurn.LOOK);
        ExifTurn turn = ExifTurn.of(photo);
        try (ImageInputStream input = new FileCacheImageInputStream(photo, null)) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(input, true, true);
                return isReadable(reader) ? Optional.of(jpeg(square(rough(reader), turn))) : Optional.empty();
            } finally {
                reader.dispose();
            }
        }
    }

    private static boolean isReadable(ImageReader reader) throws IOException {
        long width = reader.getWidth(0);
        long height = reader.getHeight(0);
        return READABLE.contains(reader.getFormatName().toLowerCase(Locale.ROOT))
                && Math.max(width, height) <= MAX_SIDE
                && width * height <= MAX_PIXELS;
    }

    /** Every so many pixels only, so that a large photo never stands whole in memory. */
    private static BufferedImage rough(ImageReader reader) throws IOException {
        int shorter = Math.min(reader.getWidth(0), reader.getHeight(0));
        int longer = Math.max(reader.getWidth(0), reader.getHeight(0));
        int step = Math.max(1, Math.max(shorter / (2 * SIDE), longer / (32 * SIDE)));
        ImageReadParam some = reader.getDefaultReadParam();
        some.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, some);
    }

    private static BufferedImage square(BufferedImage rough, ExifTurn turn) {
        double scale = (double) SIDE / Math.min(rough.getWidth(), rough.getHeight());
        AffineTransform place = AffineTransform.getTranslateInstance(SIDE / 2.0, SIDE / 2.0);
        place.concatenate(turn.upright());
        place.scale(scale, scale);
        place.translate(-rough.getWidth() / 2.0, -rough.getHeight() / 2.0);
        BufferedImage square = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = square.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.setColor(PAPER);
        pen.fillRect(0, 0, SIDE, SIDE);
        pen.drawImage(rough, place, null);
        pen.dispose();
        return square;
    }

    private static byte[] jpeg(BufferedImage square) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(square, "jpeg", bytes);
        return bytes.toByteArray();
    }
}
