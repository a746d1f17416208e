package cl.buzon.web.export;

import java.awt.Color;

/** The letters of the report on paper, loaded anew for each: a font remembers what one document has used of it. */
final class PdfType {

    private static final float BODY = 9.5f;
    private static final float SMALL = 8;
    private static final float NOTE = 8.5f;

    private final Typeface regular = Typeface.load("atkinson-next-regular");
    private final Typeface bold = Typeface.load("atkinson-next-bold");
    private final Typeface mono = Typeface.load("atkinson-mono-regular");

    private final Type title = new Type(bold, 19, Paint.INK);
    private final Type brand = new Type(bold, 11, Paint.INK);
    private final Type figure = new Type(bold, 13, Paint.INK);
    private final Type body = new Type(regular, BODY, Paint.INK);
    private final Type strong = new Type(bold, BODY, Paint.INK);
    private final Type code = new Type(mono, 8.6f, Paint.INK);
    private final Type subtitle = new Type(regular, BODY, Paint.INK_3);
    private final Type head = new Type(bold, SMALL, Paint.INK_2);
    private final Type small = new Type(regular, SMALL, Paint.INK_3);
    private final Type note = new Type(regular, NOTE, Paint.INK_2);

    Type title() {
        return title;
    }

    Type brand() {
        return brand;
    }

    Type figure() {
        return figure;
    }

    Type body() {
        return body;
    }

    Type strong() {
        return strong;
    }

    /** Numbers of shipments: every letter as wide as the next. */
    Type code() {
        return code;
    }

    Type subtitle() {
        return subtitle;
    }

    Type head() {
        return head;
    }

    Type small() {
        return small;
    }

    Type note() {
        return note;
    }

    Type chip(Color letters) {
        return new Type(bold, SMALL, letters);
    }
}
