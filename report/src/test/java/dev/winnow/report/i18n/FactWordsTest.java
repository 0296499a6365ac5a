package dev.winnow.report.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.model.result.Names;
import dev.winnow.model.source.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactWordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "project.yieldRate                       | the project’s yield rate",
                "project.coInvestors                     | the project’s co-investors",
                "city.firmCount                          | the city’s firm count",
                "city.leadUsers                          | unlisted lead users of the city",
                "city.demands.cars.annualOutput          | annual output of cars, in the city’s demands",
                "city.funds.no. 1.available              | available of no. 1, in the city’s funds",
                "city.presences.equipment.held           | whether the city holds equipment",
                "city.coverages.design.held              | whether the city covers design",
                "project.milestones.production.step      | the project’s milestone production",
                "something                               | something"
            })
    void aFactIsSaidInWords(String fact, String words) {
        assertThat(new FactWords(Wording.inLanguage(Language.EN), Names.NONE).words(fact))
                .isEqualTo(words);
    }
}
