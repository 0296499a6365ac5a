package dev.winnow.cli.option;

import dev.winnow.report.sheets.Sheets;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;

/** A result in each of its output formats, each made on demand. */
public final class Forms {

    private final Map<Format, PrintOptions.Results> ways = new EnumMap<>(Format.class);

    /** Adds a form that is a text. */
    public Forms text(Format format, Supplier<String> text) {
        return with(format, out -> out.write(text.get().getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Adds the forms of spreadsheets. A table in a file says that it is UTF-8, as Excel asks; on standard output, where
     * programs read it, it does not.
     */
    public Forms sheets(Supplier<Sheets> sheets, PrintOptions print) {
        return with(Format.XLSX, out -> sheets.get().writeXlsx(out))
                .with(Format.CSV, out -> sheets.get().writeCsv(out, print.file() != null));
    }

    /** Adds a form. */
    public Forms with(Format format, PrintOptions.Results results) {
        ways.put(format, results);
        return this;
    }

    /** The result in one form. */
    public PrintOptions.Results as(Format format) {
        PrintOptions.Results results = ways.get(format);
        if (results == null) {
            throw new IllegalStateException("`" + format.word() + "` is offered, and nobody writes it");
        }
        return results;
    }
}
