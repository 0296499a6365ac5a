package dev.winnow.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.winnow.engine.RulePack;
import dev.winnow.language.PackException;
import dev.winnow.language.internal.format.RuleLayout;
import dev.winnow.language.internal.syntax.RuleFile;
import dev.winnow.language.internal.syntax.RuleParser;
import dev.winnow.model.source.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A pack with one file of any content is read, or refused with placed problems. */
class PackFuzzTest {

    /** Tests the parser alone, which allows many more inputs than whole packs. */
    @FuzzTest
    void syntax(byte[] data) {
        List<Problem> problems = new ArrayList<>();
        String text = Shipped.text(data);
        RuleParser.parse(new RuleFile("local-demand.drl", "local-demand", text, problems), null);
        if (problems.isEmpty()) {
            String laidOut = RuleLayout.of(new RuleFile("local-demand.drl", "local-demand", text, problems));
            assertThat(RuleLayout.of(new RuleFile("local-demand.drl", "local-demand", laidOut, problems)))
                    .as("a formatted file is formatted to itself")
                    .isEqualTo(laidOut);
        }
        Shipped.told(problems);
    }

    @FuzzTest
    void rules(byte[] data) {
        read("local-demand.drl", data);
    }

    @FuzzTest
    void pack(byte[] data) {
        read("pack.yaml", data);
    }

    @FuzzTest
    void vocabulary(byte[] data) {
        read("vocabulary.yaml", data);
    }

    @FuzzTest
    void limits(byte[] data) {
        read("limits.yaml", data);
    }

    @FuzzTest
    void assumptions(byte[] data) {
        read("assumptions.yaml", data);
    }

    @FuzzTest
    void chinese(byte[] data) {
        read("zh.yaml", data);
    }

    @FuzzTest
    void cases(byte[] data) {
        read("cases/local-demand.yaml", data);
    }

    private static void read(String name, byte[] data) {
        Map<String, String> files = new LinkedHashMap<>(Small.PACK_FILES);
        files.put(name, Shipped.text(data));
        try {
            RulePack.of("tiny", files);
        } catch (PackException e) {
            Shipped.told(e.problems());
        }
    }
}
