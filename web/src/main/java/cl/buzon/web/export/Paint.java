package cl.buzon.web.export;

import java.awt.Color;

/** The colours of the portal's light theme, which is what paper is; {@link ReportColors} are the operator's. */
final class Paint {

    static final Color PAPER = Color.WHITE;
    static final Color BAND = new Color(0xfaf8f4);
    static final Color LINE = new Color(0xe4dfd5);
    static final Color INK = new Color(0x1b1f29);
    static final Color INK_2 = new Color(0x474d5a);
    static final Color INK_3 = new Color(0x626875);

    private Paint() {}
}
