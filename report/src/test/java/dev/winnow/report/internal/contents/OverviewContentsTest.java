package dev.winnow.report.internal.contents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.analysis.internal.overview.Grouping;
import dev.winnow.analysis.internal.overview.Overview;
import dev.winnow.engine.RulePack;
import dev.winnow.engine.ScreeningRequest;
import dev.winnow.engine.ScreeningResult;
import dev.winnow.model.source.Language;
import dev.winnow.model.universe.Universe;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.document.Document;
import dev.winnow.report.internal.document.Table;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The overview of the shipped universe, in several lengths. */
class OverviewContentsTest {

    private static final RulePack PACK = RulePack.load(Path.of("..", "rules", "semiconductor"));
    private static final Universe UNIVERSE = Universe.read(PACK.vocabulary(), Path.of("..", "seeds", "semiconductor"));

    @Test
    void assumptionsOfAHeadingAreSearchedOnceForAllLengths() {
        ScreeningResult result = ScreeningRequest.of(PACK, UNIVERSE).open().result();
        Overview overview = Overview.of(result.asked().assessments(), Grouping.CITY, Set.of(), result.session());
        List<String> headings = OverviewContents.longestFirst(
                        result, overview, Grouping.CITY, Wording.inLanguage(Language.EN), one -> "")
                .map(OverviewContentsTest::carried)
                .toList();
        assertThat(headings)
                .hasSizeGreaterThan(2)
                .allSatisfy(heading -> assertThat(heading).isSameAs(headings.get(0)));
    }

    /** Returns the heading of the candidates that only the base case recommends. */
    private static String carried(Document document) {
        return document.sections().stream()
                .flatMap(section -> section.blocks().stream())
                .flatMap(block -> block instanceof Table table
                        ? StreamSupport.stream(table.rows().spliterator(), false)
                        : Stream.empty())
                .map(Table.Row::group)
                .filter(group -> group.startsWith("To pursue if the assumptions hold: "))
                .findFirst()
                .orElseThrow();
    }
}
