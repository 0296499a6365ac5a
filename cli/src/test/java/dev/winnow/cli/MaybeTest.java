package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MaybeTest {

    private static final List<String> CITIES = List.of("qingdao", "jinan", "yantai");

    @Test
    void aSlipOfTheFingerIsForgiven() {
        assertThat(Maybe.nearest("qingado", CITIES)).contains("qingdao");
        assertThat(Maybe.nearest("Jinan", CITIES)).contains("jinan");
    }

    @Test
    void anotherWordIsNot() {
        assertThat(Maybe.nearest("beijing", CITIES)).isEmpty();
    }

    @Test
    void swappedNeighboursAreOneSlip() {
        assertThat(Maybe.distance("ab", "ba")).isEqualTo(1);
        assertThat(Maybe.distance("", "abc")).isEqualTo(3);
    }
}
