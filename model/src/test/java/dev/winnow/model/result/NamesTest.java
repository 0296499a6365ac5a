package dev.winnow.model.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Any industry and place can be screened: model and engine name none, not even as an example. */
class NamesTest {

    private static final Pattern INDUSTRY_OR_PLACE = Pattern.compile(
            "\\b(micro)?chips?\\b|semiconductor|wafer|integrated.?circuit|\\bfabs?\\b|lithograph|foundry|qingdao|jinan|shandong"
                    + "|青岛|济南|山东|芯片|半导体|晶圆|集成电路",
            Pattern.CASE_INSENSITIVE);

    @ParameterizedTest
    @ValueSource(strings = {"model", "engine"})
    void namesNoIndustryAndNoPlace(String module) throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("..", module, "src", "main"))) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                List<String> lines = Files.readAllLines(file);
                for (int i = 0; i < lines.size(); i++) {
                    if (INDUSTRY_OR_PLACE.matcher(lines.get(i)).find()) {
                        found.add(file.getFileName() + ":" + (i + 1) + ": "
                                + lines.get(i).strip());
                    }
                }
            }
        }
        assertThat(found).isEmpty();
    }
}
