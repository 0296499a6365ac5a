package dev.winnow.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.engine.RulePack;
import dev.winnow.engine.ScreeningRequest;
import dev.winnow.engine.ScreeningResult;
import dev.winnow.model.source.Language;
import dev.winnow.model.universe.Universe;
import dev.winnow.report.i18n.FactWords;
import dev.winnow.report.i18n.Wording;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class OverviewPageTest {

    private static final RulePack PACK = RulePack.load(Path.of("..", "rules", "semiconductor"));
    private static final Universe UNIVERSE = Universe.read(PACK.vocabulary(), Path.of("..", "seeds", "semiconductor"));

    @Test
    void theHeadingAboveBaseCaseRecommendationsNamesTheirAssumptions() throws IOException {
        ScreeningResult result = ScreeningRequest.of(PACK, UNIVERSE).open().result();
        Wording english = Wording.inLanguage(Language.EN);
        ByteArrayOutputStream page = new ByteArrayOutputStream();
        HtmlReport.inWords(english, new FactWords(english, result.asked().names()))
                .screening(result, null, page);
        assertThat(page.toString(StandardCharsets.UTF_8))
                .contains(">To pursue if the assumptions hold: the project’s end markets and 7 more<");
    }
}
