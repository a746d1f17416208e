package cl.buzon.web.live;

import java.awt.geom.AffineTransform;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * How a telephone was held: photos are stored as the sensor lies, and say in their Exif data (TIFF tag 274) how they are
 * to be turned.
 *
 * @param value 1 to 8, where 1 is upright
 */
record ExifTurn(int value) {

    /** Exif data begin a JPEG, and are no longer than one segment of it; in bytes. */
    static final int LOOK = 128 * 1024;

    private static final ExifTurn UPRIGHT = new ExifTurn(1);
    private static final int START = 0xFFD8;
    private static final int APP1 = 0xFFE1;
    private static final int SCAN = 0xFFDA;
    private static final int EXIF = 0x45786966;
    private static final int INTEL = 0x4949;
    private static final int ORIENTATION = 274;
    private static final int ENTRY = 12;

    /** Looks at the beginning of a file and goes back; whatever it does not understand is upright. */
    static ExifTurn of(BufferedInputStream file) throws IOException {
        file.mark(LOOK);
        byte[] beginning = file.readNBytes(LOOK - 1);
        file.reset();
        try {
            return of(ByteBuffer.wrap(beginning));
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            return UPRIGHT;
        }
    }

    private static ExifTurn of(ByteBuffer jpeg) {
        if (unsigned(jpeg, 0) != START) {
            return UPRIGHT;
        }
        int at = 2;
        while (unsigned(jpeg, at) != SCAN) {
            if (unsigned(jpeg, at) == APP1 && jpeg.getInt(at + 4) == EXIF) {
                return tag(jpeg.slice(at + 10, unsigned(jpeg, at + 2) - 8));
            }
            at += 2 + unsigned(jpeg, at + 2);
        }
        return UPRIGHT;
    }

    private static ExifTurn tag(ByteBuffer tiff) {
        tiff.order(unsigned(tiff, 0) == INTEL ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int table = tiff.getInt(4);
        int entries = unsigned(tiff, table);
        for (int i = 0; i < entries; i++) {
            int entry = table + 2 + i * ENTRY;
            if (unsigned(tiff, entry) == ORIENTATION) {
                int value = unsigned(tiff, entry + 8);
                return value >= 1 && value <= 8 ? new ExifTurn(value) : UPRIGHT;
            }
        }
        return UPRIGHT;
    }

    private static int unsigned(ByteBuffer bytes, int at) {
        return Short.toUnsignedInt(bytes.getShort(at));
    }

    /** Turns and mirrors about the middle, so that the photo stands as it was seen. */
    AffineTransform upright() {
        int quarters =
                switch (value) {
                    case 3, 4 -> 2;
                    case 6, 7 -> 1;
                    case 5, 8 -> 3;
                    default -> 0;
                };
        AffineTransform turn = AffineTransform.getQuadrantRotateInstance(quarters);
        if (value == 2 || value == 4 || value == 5 || value == 7) {
            turn.scale(-1, 1);
        }
        return turn;
    }
}
