package dev.winnow.console.option;

import dev.winnow.analysis.insight.Insight;
import dev.winnow.analysis.internal.lists.ParallelBatches;
import dev.winnow.analysis.internal.overview.Grouping;
import dev.winnow.analysis.internal.overview.Overview;
import dev.winnow.engine.ScreeningResult;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Screening;
import dev.winnow.report.html.HtmlReport;
import dev.winnow.report.i18n.FactWords;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.contents.Sheets;
import dev.winnow.report.internal.csv.CsvRenderer;
import dev.winnow.report.internal.xlsx.XlsxRenderer;
import dev.winnow.report.json.ContractAdditions;
import dev.winnow.report.json.Fields;
import dev.winnow.report.json.ScreeningJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The output formats that {@code screen} and {@code explain} share. */
public final class ScreeningForms {

    /** Number of lines that a processor writes at a time. */
    private static final int LINES = 16;

    /** Initial buffer size for these lines, in bytes. */
    private static final int ROOM = LINES << 15;

    private ScreeningForms() {}

    /** Returns the requested part of a screening in the formats that the commands share. */
    public static Forms of(
            ScreeningResult result,
            Insight insight,
            ContractAdditions additions,
            FieldsOption fields,
            PrintOptions print,
            Wording wording) {
        Screening asked = result.asked();
        FactWords words = new FactWords(wording, asked.names());
        return new Forms()
                .with(
                        Format.JSON,
                        out -> ScreeningJson.write(result, insight, additions, wording, fields.fields(), out))
                .with(Format.NDJSON, out -> lines(result, insight, additions, wording, fields.fields(), out))
                .with(
                        Format.HTML,
                        out -> HtmlReport.inWords(wording, words)
                                .with(additions)
                                .screening(result, insight, out))
                .with(
                        Format.XLSX,
                        out -> XlsxRenderer.render(
                                Sheets.of(result, overview(result), wording, words, insight, additions), wording, out))
                .with(
                        Format.CSV,
                        out -> CsvRenderer.render(
                                Sheets.of(result, wording, fields.columns(), additions), print.file() != null, out));
    }

    /** Writes each assessment on a line, using all processors for long lists. */
    private static void lines(
            ScreeningResult result,
            Insight insight,
            ContractAdditions additions,
            Wording wording,
            Fields fields,
            OutputStream out)
            throws IOException {
        Screening screening = result.asked();
        int all = screening.assessments().size();
        if (all <= LINES || insight.isExplained()) {
            new ScreeningJson(screening, insight, additions, wording, fields)
                    .writeLines(fields.explained(result.session(), screening.assessments()), out);
            return;
        }
        Queue<ScreeningJson> writers = new ConcurrentLinkedQueue<>(); // each caches texts that it writes often
        Iterator<Callable<ByteArrayOutputStream>> pieces = IntStream.iterate(
                        0, from -> from < all, from -> from + LINES)
                .<Callable<ByteArrayOutputStream>>mapToObj(from -> () -> {
                    ScreeningJson left = writers.poll();
                    ScreeningJson writer =
                            left == null ? new ScreeningJson(screening, insight, additions, wording, fields) : left;
                    ByteArrayOutputStream lines = new ByteArrayOutputStream(ROOM);
                    List<Assessment> some = screening.assessments().subList(from, Math.min(from + LINES, all));
                    writer.writeLines(fields.explained(result.session(), some), lines);
                    writers.add(writer);
                    return lines;
                })
                .iterator();
        try (ParallelBatches list = new ParallelBatches(Runtime.getRuntime().availableProcessors())) {
            list.inOrder(pieces, lines -> write(lines, out));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void write(ByteArrayOutputStream lines, OutputStream out) {
        try {
            lines.writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Returns the overview of the requested candidates. A request for certain cities shows all of them, even those with
     * few known facts.
     */
    private static Overview overview(ScreeningResult result) {
        Set<String> cities = cities(result.asked());
        return Overview.of(
                result.asked().assessments(),
                Grouping.CITY,
                cities.equals(cities(result.whole())) ? Set.of() : cities,
                result.session());
    }

    private static Set<String> cities(Screening screening) {
        return screening.assessments().stream().map(Assessment::city).collect(Collectors.toSet());
    }
}
