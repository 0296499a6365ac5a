package dev.winnow.model.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {

    private static final List<String> NAMES = List.of("annualOutput", "annualUnits", "endMarket", "id");

    @Test
    void aMistypedNameIsFound() {
        assertThat(Nearest.of("anualOutput", NAMES)).isEqualTo("annualOutput");
        assertThat(Nearest.of("annaulOutput", NAMES)).isEqualTo("annualOutput");
        assertThat(Nearest.of("endMarkets", NAMES)).isEqualTo("endMarket");
    }

    @Test
    void caseAndHyphensAreIgnored() {
        assertThat(Nearest.of("end-market", NAMES)).isEqualTo("endMarket");
        assertThat(Nearest.of("ID", NAMES)).isEqualTo("id");
    }

    @Test
    void aDifferentWordFindsNothing() {
        assertThat(Nearest.of("bakery", NAMES)).isNull();
        assertThat(Nearest.advice("xy", NAMES)).isNull();
    }

    @Test
    void amongEqualsTheFirstByAlphabetIsOffered() {
        assertThat(Nearest.advice("milk", List.of("mile", "mild"))).hasToString("did you mean `mild`?");
    }
}
