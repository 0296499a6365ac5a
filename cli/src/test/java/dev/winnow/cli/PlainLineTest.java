package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.cli.command.ExplainCommand;
import dev.winnow.cli.command.ScreenCommand;
import dev.winnow.cli.option.LanguageOption;
import dev.winnow.cli.option.Packs;
import dev.winnow.cli.option.Version;
import dev.winnow.cli.rules.RulesCheckCommand;
import dev.winnow.cli.rules.RulesTestCommand;
import dev.winnow.cli.terminal.Terminal;
import dev.winnow.engine.RulePack;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** A plain command line means what picocli makes of it; whatever else is left to picocli. */
class PlainLineTest {

    private static final Map<String, BiFunction<Terminal, Packs, Object>> COMMANDS = Map.of(
            "screen", ScreenCommand::new,
            "explain", ExplainCommand::new,
            "rules check", RulesCheckCommand::new,
            "rules test", RulesTestCommand::new);

    private static final Packs PACKS = RulePack::load;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Terminal terminal = new Terminal(out, new PrintWriter(new StringWriter()), name -> null, false);

    private Callable<Integer> plain(String line) {
        return PlainLine.read(terminal, PACKS, line.split(" "));
    }

    /** What picocli makes of it. */
    private Object parsed(String line) {
        String name = COMMANDS.keySet().stream()
                .filter(one -> (line + " ").contains(one + " "))
                .findFirst()
                .orElseThrow();
        Object command = COMMANDS.get(name).apply(terminal, PACKS);
        List<String> words = new ArrayList<>(Arrays.asList(line.split(" ")));
        words.removeAll(Arrays.asList(name.split(" ")));
        CommandLine model = new CommandLine(command);
        LanguageOption.add(model);
        model.parseArgs(words.toArray(String[]::new));
        return command;
    }

    /** The values of all fields of a command and of its mixins. */
    private static Map<String, String> state(Object object) throws IllegalAccessException {
        Map<String, String> state = new TreeMap<>();
        for (Field field : object.getClass().getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers())) {
                continue;
            }
            field.setAccessible(true);
            Object value = field.get(object);
            boolean mixin = field.isAnnotationPresent(CommandLine.Mixin.class);
            if (mixin) {
                state(value).forEach((name, text) -> state.put(field.getName() + "." + name, text));
            } else {
                state.put(field.getName(), String.valueOf(value));
            }
        }
        return state;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "screen",
                "screen -q",
                "screen --quiet --all",
                "screen -u semiconductor -r battery -f json",
                "screen --universe a -u b.yaml --rules rules/x --format csv --as-of 2024-06-30",
                "screen --city qingdao --city jinan --project sien --project hisense --as-of decision",
                "screen --lang zh -q",
                "--lang zh screen -q",
                "--lang=zh screen --all",
                "explain sien qingdao",
                "explain -q sien --why-not qingdao -r semiconductor -u a -f markdown",
                "explain --as-of 2020-01-01 sien qingdao --lang en",
                "rules check",
                "rules check battery -q",
                "rules check --rules battery --strict",
                "rules test -r battery",
                "rules test battery --quiet"
            })
    void meansWhatPicocliMakesOfIt(String line) throws IllegalAccessException {
        Callable<Integer> plain = plain(line);
        assertThat(plain).isNotNull();
        assertThat(state(plain)).isEqualTo(state(parsed(line)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "screen -q -q",
                "screen --all --all",
                "screen -r a -r b",
                "screen -r a --rules b",
                "screen -f json --format csv",
                "screen --as-of 2024-01-01 --as-of decision",
                "screen -u",
                "screen -u -q",
                "screen --city @words",
                "screen --rules=battery",
                "screen -rbattery",
                "screen --top 3",
                "screen -o out.txt",
                "screen semiconductor",
                "screen --lang zh --lang en",
                "--lang zh screen --lang en",
                "screen --nonsense",
                "screen --help",
                "explain sien",
                "explain sien qingdao jinan",
                "explain -f json",
                "rules check a b",
                "rules check -f json",
                "rules check -u a",
                "rules test -k x",
                "rules",
                "rules list",
                "--version -q",
                "--help",
                "@words",
                "ask"
            })
    void whateverElseIsLeftToPicocli(String line) {
        assertThat(plain(line)).isNull();
    }

    @Test
    void theVersionIsSaidAlike() throws Exception {
        assertThat(plain("--version").call()).isZero();
        assertThat(out).hasToString(Version.lines());
        out.reset();
        assertThat(plain("--lang zh -V").call()).isZero();
        assertThat(out).hasToString(Version.lines());
    }
}
