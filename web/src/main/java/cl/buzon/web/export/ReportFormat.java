package cl.buzon.web.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Optional;

/** The kinds of file that the report can be had as. */
public enum ReportFormat {
    CSV("csv", "text/csv;charset=UTF-8"),
    XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    PDF("pdf", "application/pdf");

    private final String extension;
    private final String contentType;

    ReportFormat(String extension, String contentType) {
        this.extension = extension;
        this.contentType = contentType;
    }

    /** The format of that name, as addresses write it: {@code csv}, {@code xlsx} or {@code pdf}. */
    public static Optional<ReportFormat> of(String name) {
        return Arrays.stream(values())
                .filter(format -> format.extension.equals(name))
                .findFirst();
    }

    /** Without a dot. */
    public String extension() {
        return extension;
    }

    public String contentType() {
        return contentType;
    }

    ReportWriter open(OutputStream out, ReportTexts texts) throws IOException {
        return switch (this) {
            case CSV -> new CsvReport(out, texts);
            case XLSX -> new XlsxReport(out, texts);
            case PDF -> new PdfReport(out, texts);
        };
    }
}
