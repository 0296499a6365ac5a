package dev.winnow.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.analysis.internal.overview.Grouping;
import dev.winnow.analysis.internal.overview.Overview;
import dev.winnow.engine.RulePack;
import dev.winnow.engine.Screener;
import dev.winnow.engine.ScreeningResult;
import dev.winnow.model.ShippedFacts;
import dev.winnow.model.Thorough;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Explanation;
import dev.winnow.model.result.Screening;
import dev.winnow.model.source.Language;
import dev.winnow.model.universe.Universe;
import dev.winnow.report.Browser;
import dev.winnow.report.Browser.Tab;
import dev.winnow.report.html.HtmlReport;
import dev.winnow.report.i18n.FactWords;
import dev.winnow.report.i18n.Wording;
import dev.winnow.tables.internal.entries.Synthesis;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The page of 1,000 projects in 10 cities: its size, which is asserted, and its response time, which is printed. Fewer
 * projects are screened unless {@code -Dwinnow.page.projects=1000} asks for all: the size is then extrapolated, and the
 * opened page has 200 projects, each of them shown several times.
 */
class LargePageTest {

    private static final int PROJECTS = 1_000;
    private static final int SCREENED = Integer.getInteger("winnow.page.projects", Thorough.count(100, PROJECTS));
    private static final int CITIES = 10;
    private static final int OPENED = SCREENED < PROJECTS ? 200 : PROJECTS;
    private static final int LARGEST = 6_000_000;

    /** Number of measurements of a time; the lowest counts, since the load of the machine only adds to it. */
    private static final int TIMES = SCREENED < PROJECTS ? 1 : 5;

    @Test
    void isSmallAndWorks(@TempDir Path folder) throws IOException {
        Path page = folder.resolve("large.html");
        Universe universe = new Synthesis(
                        Universe.read(ShippedFacts.VOCABULARY, Path.of("..", "seeds", "semiconductor")), 42)
                .draw(SCREENED, CITIES);
        RulePack pack = RulePack.load(Path.of("..", "rules", "semiconductor"));
        ScreeningResult result = Screener.of(pack).open(universe).result();
        List<Explanation> pairs = result.explanations().toList();
        long size = write(page, result, pairs);
        long empty = write(page, result, List.of());
        assertThat(empty + (size - empty) * PROJECTS / SCREENED).isLessThan(LARGEST);
        List<Explanation> all = repeated(pairs, OPENED / SCREENED);
        assertThat(all).hasSize(OPENED * CITIES);
        write(page, result, all);

        try (Browser browser = Browser.start()) {
            Tab tab = browser.tab();
            double loaded = IntStream.range(0, TIMES)
                    .mapToDouble(
                            once -> tab.open(page, "").run("performance.now()").asDouble())
                    .min()
                    .orElseThrow();
            String measured =
                    "%,d bytes of %,d pairs; %,d loaded in %.0f ms".formatted(size, pairs.size(), all.size(), loaded);
            for (String text : new String[] {"project 7", "c3", "no such project", "5"}) {
                double filtered = IntStream.range(0, TIMES)
                        .mapToDouble(once -> filter(tab, text))
                        .min()
                        .orElseThrow();
                measured += ", filtered by `%s` in %.0f ms".formatted(text, filtered);
            }
            assertThat(tab.complaints()).isEmpty();
            Files.writeString(Path.of("target", "large-page.txt"), measured + "\n");
        }
    }

    private static long write(Path page, ScreeningResult result, List<Explanation> pairs) throws IOException {
        Wording words = Wording.inLanguage(Language.EN);
        List<Assessment> assessments =
                pairs.stream().map(Explanation::assessment).toList();
        Screening screening = new Screening(
                result.asked().pack(),
                result.asked().universe(),
                result.asked().illustrative(),
                assessments,
                List.of(),
                result.asked().names());
        Overview overview = pairs.isEmpty()
                ? null
                : Overview.of(result.asked().assessments(), Grouping.CITY, Set.of(), result.session());
        try (OutputStream out = Files.newOutputStream(page)) {
            HtmlReport.inWords(words, new FactWords(words, screening.names()))
                    .screening(new ScreeningResult(result.session(), screening, screening), pairs, overview, null, out);
        }
        return Files.size(page);
    }

    private static List<Explanation> repeated(List<Explanation> pairs, int times) {
        return IntStream.range(0, times)
                .boxed()
                .flatMap(copy -> pairs.stream().map(one -> named(one, copy)))
                .toList();
    }

    private static Explanation named(Explanation explanation, int copy) {
        Assessment one = explanation.assessment();
        Assessment named = new Assessment(
                one.project() + "-" + copy,
                one.projectName() + copy,
                one.city(),
                one.cityName(),
                one.illustrative(),
                one.asOf(),
                one.verdict(),
                one.because(),
                one.rank(),
                one.score(),
                one.binds(),
                one.known(),
                one.sides(),
                one.district(),
                one.chainActions(),
                one.possible(),
                null);
        return new Explanation(
                named,
                explanation.criteria(),
                explanation.findings(),
                explanation.undetermined(),
                explanation.conditions(),
                explanation.questions(),
                List.of(),
                null);
    }

    /** Returns the time until the matching projects are laid out. */
    private static double filter(Tab tab, String text) {
        tab.run("document.querySelector('.filters button[type=reset]').click()");
        return tab.run("(() => { const field = document.getElementById('text'); field.value = '" + text + "';"
                        + " const start = performance.now(); field.dispatchEvent(new Event('input'));"
                        + " document.body.getBoundingClientRect(); return performance.now() - start; })()")
                .asDouble();
    }
}
