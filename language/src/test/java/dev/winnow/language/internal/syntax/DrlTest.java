package dev.winnow.language.internal.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DrlTest {

    @Test
    void kebabCaseIsLowerCaseWordsAndDigitsJoinedBySingleHyphens() {
        List<String> names = new ArrayList<>(List.of(""));
        for (int from = 0, length = 0; length < 5; length++) {
            int to = names.size();
            for (; from < to; from++) {
                for (char c : "az09-Aä".toCharArray()) {
                    names.add(names.get(from) + c);
                }
            }
        }
        assertThat(names).hasSizeGreaterThan(10_000);
        for (String name : names) {
            assertThat(Drl.isKebab(name)).as(name).isEqualTo(name.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*"));
        }
    }
}
