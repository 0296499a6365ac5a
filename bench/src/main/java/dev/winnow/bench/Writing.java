package dev.winnow.bench;

import com.sun.management.ThreadMXBean;
import dev.winnow.analysis.insight.Insight;
import dev.winnow.engine.RulePack;
import dev.winnow.engine.Screener;
import dev.winnow.engine.ScreeningResult;
import dev.winnow.engine.ScreeningSession;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Screening;
import dev.winnow.model.source.Language;
import dev.winnow.model.universe.Universe;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.json.ScreeningJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Measures the cost of judging one project of the shipped universe in its cities, and of writing the result as JSON
 * with its robustness, as a service does per request, in a warm JVM; prints it as Markdown.
 */
public final class Writing {

    private static final int WARM = 400;
    private static final int MEASURED = 200;
    private static final String PROJECT = "sien";
    private static final int ROOM = 1 << 20;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Writing() {}

    /** Runs the measurement; {@code --quick} with few repetitions. */
    public static void main(String[] arguments) throws IOException {
        boolean quick = List.of(arguments).contains("--quick");
        RulePack pack = RulePack.load(BenchmarkInputs.rules());
        Universe universe =
                Universe.read(pack.vocabulary(), BenchmarkInputs.home().resolve("seeds/semiconductor"));
        System.out.printf(
                Locale.ROOT,
                "`%s` in %d cities, by CPU time of the thread, in a warm Java: median (lowest–highest) of %d.%n%n",
                PROJECT,
                universe.cityIds().size(),
                quick ? 2 : MEASURED);
        System.out.println("| language | judged, ms | written, ms | allocated for writing, MB | written, KB |");
        System.out.println("|---|---|---|---:|---:|");
        for (Language language : Language.values()) {
            measure(pack.inLanguage(language), universe, language, quick ? 1 : WARM, quick ? 2 : MEASURED);
        }
    }

    private static void measure(RulePack pack, Universe universe, Language language, int warm, int measured)
            throws IOException {
        Screener screener = Screener.of(pack);
        ByteArrayOutputStream out = new ByteArrayOutputStream(ROOM);
        List<Double> judged = new ArrayList<>();
        List<Double> written = new ArrayList<>();
        long allocated = 0;
        for (int i = -warm; i < measured; i++) {
            out.reset();
            long begin = Spent.threadCpu();
            ScreeningResult result = judged(screener, universe);
            long between = Spent.threadCpu();
            long before = THREADS.getCurrentThreadAllocatedBytes();
            ScreeningJson.write(result, Insight.of(result), Wording.inLanguage(language), out);
            if (i >= 0) {
                allocated += THREADS.getCurrentThreadAllocatedBytes() - before;
                judged.add((between - begin) / 1e6);
                written.add((Spent.threadCpu() - between) / 1e6);
            }
        }
        System.out.printf(
                Locale.ROOT,
                "| %s | %s | %s | **%.2f** | %d |%n",
                language.tag(),
                new Runs(judged).cell(),
                new Runs(written).cell(),
                allocated / 1e6 / measured,
                out.size() / 1000);
    }

    private static ScreeningResult judged(Screener screener, Universe universe) {
        ScreeningSession session = screener.open(universe);
        List<Assessment> assessments = new ArrayList<>();
        for (String city : universe.cityIds()) {
            assessments.add(
                    Objects.requireNonNull(session.assess(PROJECT, city)).ranked(1, false));
        }
        Screening screening = session.screening(assessments);
        return new ScreeningResult(session, screening, screening);
    }
}
