package dev.winnow.ruletools.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.winnow.console.PackCopy;
import dev.winnow.console.Run;
import dev.winnow.language.internal.pack.Check;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Copies of a pack that are valid, doubtful or invalid, and the output of {@code winnow rules check} for them. */
final class CheckedCopies {

    private static final JsonMapper JSON = new JsonMapper();

    private CheckedCopies() {}

    static Run check(PackCopy pack, String... more) {
        return Run.winnow(
                Stream.concat(Stream.of("rules", "check", pack.folder().toString()), Stream.of(more))
                        .toArray(String[]::new));
    }

    static JsonNode json(Run run) {
        try {
            return JSON.readTree(run.out());
        } catch (JsonProcessingException e) {
            throw new AssertionError(run.out(), e);
        }
    }

    static List<String> texts(JsonNode list, String key) {
        List<String> texts = new ArrayList<>();
        list.forEach(one -> texts.add(one.get(key).asText()));
        return texts;
    }

    /** Returns the level of a check as documents and formats write it. */
    static String level(Check check) {
        return check.level().name().toLowerCase(Locale.ROOT);
    }

    static PackCopy battery(Path folder) {
        return PackCopy.of("battery", folder);
    }

    /** Misspells one fact. */
    static PackCopy unlawful(Path folder) {
        return battery(folder).replace("funding.drl", "$need : fundingNeed )", "$need : fundingNeeds )");
    }

    /** Causes one warning and one note. */
    static PackCopy odd(Path folder) {
        PackCopy pack = battery(folder)
                .add("limits.yaml", "  - id: never-read\n    values: [{value: 90 %, source: a study § 3}]\n");
        String accepted = pack.text("pack.yaml")
                .lines()
                .filter(line -> line.contains("rule: new-money-this-year"))
                .findFirst()
                .orElseThrow();
        return pack.replace("pack.yaml", accepted + "\n", "");
    }
}
