package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.winnow.console.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In another language, JSON differs exactly where docs/json.md says so. */
class ChineseContractTest {

    private static final Set<String> WORDED =
            Set.of("title", "reason", "also", "ask", "name", "value", "source", "why");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "screen",
                "explain wuyuan qingdao",
                "gaps qingdao",
                "evidence sien",
                "portfolio --budget 30bn --city qingdao --draws 5",
                "match --capacity 2 --draws 5",
                "backtest",
                "rules list"
            })
    void onlyTextsAreTranslated(String command) throws IOException {
        Run.assumeBuilt(command);
        Set<String> differing = new TreeSet<>();
        compare(json(command), json(command + " --lang zh"), "", differing);

        assertThat(WORDED).containsAll(differing);
        String docs = Files.readString(Run.HOME.resolve("docs/json.md"));
        String law = docs.substring(docs.indexOf("**Of any language.**"), docs.indexOf("- **Plain.**"));
        assertThat(WORDED).allMatch(key -> law.contains("`" + key + "`"));
    }

    private static JsonNode json(String command) throws IOException {
        return new JsonMapper()
                .readTree(Run.winnow((command + " -q -f json").split(" ")).out());
    }

    private static void compare(JsonNode one, JsonNode other, String key, Set<String> differing) {
        if (one.isObject() && other.isObject()) {
            one.properties()
                    .forEach(field -> compare(field.getValue(), other.path(field.getKey()), field.getKey(), differing));
        } else if (one.isArray() && other.isArray() && one.size() == other.size()) {
            for (int i = 0; i < one.size(); i++) {
                compare(one.get(i), other.get(i), key, differing);
            }
        } else if (!one.equals(other)) {
            differing.add(key);
        }
    }
}
