package cl.buzon.desk;

/** A file on its way out: checked against its hash, ready to be streamed. */
public record FileContent(String name, String contentType, long size, NewFile.Source content) {}
