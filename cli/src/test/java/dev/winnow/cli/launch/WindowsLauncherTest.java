package dev.winnow.cli.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The script {@code winnow.cmd}, interpreted as {@code cmd} would, because most developers have no Windows. */
class WindowsLauncherTest {

    private static final Path HOME = Path.of("").toAbsolutePath().getParent();
    private static final Path SCRIPT = HOME.resolve("install/winnow.cmd");

    private static List<String> lines() throws IOException {
        return Files.readString(SCRIPT, StandardCharsets.US_ASCII).lines().toList();
    }

    private static Set<String> all(String pattern) throws IOException {
        Set<String> found = new TreeSet<>();
        for (String line : lines()) {
            Pattern.compile(pattern).matcher(line).results().forEach(one -> found.add(one.group(1)));
        }
        return found;
    }

    @Test
    void everyLabelAndVariableIsDefined() throws IOException {
        assertThat(all("^:(\\w+)")).containsAll(all("goto (\\w+)")).contains("none", "old");
        Set<String> set = all("set \"(\\w+)=");
        set.addAll(Set.of("JAVA_HOME", "WINNOW_JAVA_OPTS", "errorlevel"));
        assertThat(set).containsAll(all("%(\\w+)(?::[^%]*)?%"));
    }

    @Test
    void bracketsInFolderNamesEndNoBlock() throws IOException {
        assertThat(lines()).filteredOn(line -> !line.startsWith("rem ")).noneMatch(line -> line.endsWith("("));
    }

    @Test
    void javaStartsAsOnOtherSystems() throws IOException {
        String start = lines().stream()
                .filter(line -> line.startsWith("\"%java%\""))
                .findFirst()
                .orElseThrow();
        assertThat(start).endsWith(" dev.winnow.cli.Main %*");
        for (String options : List.of("java.options", "short.options")) {
            assertThat(start).contains("\"@%launch%\\" + options + "\"");
            assertThat(HOME.resolve("cli/src/main/launch").resolve(options)).exists();
        }
    }
}
