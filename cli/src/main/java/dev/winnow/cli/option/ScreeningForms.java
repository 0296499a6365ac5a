package dev.winnow.cli.option;

import dev.winnow.analysis.insight.Insight;
import dev.winnow.analysis.lists.LongList;
import dev.winnow.analysis.lists.ScreeningInputs;
import dev.winnow.analysis.overview.Grouping;
import dev.winnow.analysis.overview.Overview;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Screening;
import dev.winnow.report.contents.Sheets;
import dev.winnow.report.csv.CsvRenderer;
import dev.winnow.report.html.HtmlReport;
import dev.winnow.report.i18n.FactWords;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.json.ScreeningJson;
import dev.winnow.report.json.ScreeningLines;
import dev.winnow.report.xlsx.XlsxRenderer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The output formats that {@code screen} and {@code explain} share. */
public final class ScreeningForms {

    /** So many lines are written at once by one processor. */
    private static final int LINES = 16;

    /** The bytes of so many, as a rule. */
    private static final int ROOM = LINES << 15;

    private ScreeningForms() {}

    /** What was asked for of a screening, in every form but those that each command has of its own. */
    public static Forms of(ScreeningInputs inputs, Insight insight, PrintOptions print, Wording wording) {
        Screening asked = inputs.asked();
        FactWords facts = new FactWords(wording, asked.names());
        return new Forms()
                .with(Format.JSON, out -> ScreeningJson.write(written(inputs, insight), insight, wording, out))
                .with(Format.NDJSON, out -> lines(written(inputs, insight), insight, wording, out))
                .with(Format.HTML, out -> HtmlReport.inWords(wording, facts).screening(inputs, insight, out))
                .with(
                        Format.XLSX,
                        out -> XlsxRenderer.render(
                                Sheets.of(
                                        written(inputs, insight),
                                        overview(inputs),
                                        inputs.pack(),
                                        wording,
                                        facts,
                                        insight),
                                wording,
                                out))
                .with(
                        Format.CSV,
                        out -> CsvRenderer.render(
                                Sheets.of(written(inputs, insight), inputs.pack(), wording),
                                print.file() != null,
                                out));
    }

    /** Writes each assessment on a line, those of long lists on all processors. */
    private static void lines(Screening screening, Insight insight, Wording wording, OutputStream out)
            throws IOException {
        int all = screening.assessments().size();
        if (all <= LINES || insight.isExplained()) {
            ScreeningJson.writeLines(screening, insight, wording, out);
            return;
        }
        Queue<ScreeningLines> writers = new ConcurrentLinkedQueue<>(); // each knows what it has written often
        Iterator<Callable<ByteArrayOutputStream>> pieces = IntStream.iterate(
                        0, from -> from < all, from -> from + LINES)
                .<Callable<ByteArrayOutputStream>>mapToObj(from -> () -> {
                    ScreeningLines left = writers.poll();
                    ScreeningLines writer = left == null ? new ScreeningLines(screening, insight, wording) : left;
                    ByteArrayOutputStream lines = new ByteArrayOutputStream(ROOM);
                    writer.write(screening.assessments().subList(from, Math.min(from + LINES, all)), lines);
                    writers.add(writer);
                    return lines;
                })
                .iterator();
        try (LongList list = new LongList(Runtime.getRuntime().availableProcessors())) {
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

    /** Lists may be long, so their texts are not kept. Whoever asks for an explanation asks for one, and what explains it. */
    private static Screening written(ScreeningInputs inputs, Insight insight) {
        return insight.isExplained() ? inputs.asked() : inputs.passing();
    }

    /** The overview of what was asked for. Who asks for some cities alone wants to see them, however little is known. */
    private static Overview overview(ScreeningInputs inputs) {
        Set<String> cities = cities(inputs.asked());
        return Overview.of(
                inputs.asked().assessments(), Grouping.CITY, cities.equals(cities(inputs.whole())) ? Set.of() : cities);
    }

    private static Set<String> cities(Screening screening) {
        return screening.assessments().stream().map(Assessment::city).collect(Collectors.toSet());
    }
}
