package dev.winnow.model.value;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.model.Thorough;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** FigurePass accepts exactly the texts that FigureText reads, with any content of its cache. */
class FigurePassTest {

    private static final List<String> PARTS = List.of(
            "0",
            "1",
            "7",
            "12",
            "345",
            "999999999",
            "9999999999",
            ".",
            ".5",
            ",",
            ",000",
            " ",
            "%",
            " %",
            "亿",
            "万",
            "亿元",
            "元",
            " bn yuan",
            " mn yuan",
            " yuan",
            " USD",
            "美元",
            "-",
            "–",
            "至",
            " to ",
            "over ",
            "超过",
            "以上",
            "约",
            "家",
            "e5",
            "１",
            "％",
            "years",
            "(",
            "x",
            "万亿元",
            "tn",
            "MW",
            "兆瓦");

    private static final int TEXTS = Thorough.count(15_000, 60_000);

    static Stream<Unit> units() {
        return Stream.concat(Unit.known().stream(), Stream.of(Unit.of("MW", "兆瓦")));
    }

    @ParameterizedTest
    @MethodSource("units")
    void acceptsTheTextsThatAreReadAsFigures(Unit unit) {
        FigurePass pass = new FigurePass(unit);
        Random random = new Random(5);
        int passed = 0;
        for (int i = 0; i < TEXTS; i++) {
            StringBuilder text = new StringBuilder();
            for (int parts = 1 + random.nextInt(5); parts > 0; parts--) {
                text.append(PARTS.get(random.nextInt(PARTS.size())));
            }
            boolean reads = FigureText.parse(text.toString(), unit, null).figure() != null;
            assertThat(pass.passes(text.toString())).as(text.toString()).isEqualTo(reads);
            passed += reads ? 1 : 0;
        }
        boolean rare = unit.isMoney() && !unit.equals(Unit.MONEY);
        assertThat(passed).as("enough texts of both kinds").isGreaterThan(rare ? -1 : TEXTS / 600);
    }
}
