package dev.winnow.console;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.winnow.console.option.Packs;
import dev.winnow.console.terminal.Terminal;
import dev.winnow.engine.RulePack;
import dev.winnow.model.Checkout;
import dev.winnow.model.source.Language;
import dev.winnow.report.i18n.Wording;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The result of a command line that ran inside the test.
 *
 * @param exit its exit code
 * @param out its output
 * @param err its error output
 */
public record Run(int exit, String out, String err) {

    public static final Wording ENGLISH = Wording.inLanguage(Language.EN);

    /** The folder of the checkout. */
    public static final Path HOME = Checkout.HOME;

    private static final Map<String, RulePack> PACKS = new ConcurrentHashMap<>();

    /** Returns whether the command of a command line, with or without {@code winnow}, is part of this build. */
    public static boolean isBuilt(String line) {
        String words = line.replaceFirst("^(\\./)?winnow ", "") + " ";
        return Features.all().stream()
                .flatMap(feature -> feature.commands().stream())
                .anyMatch(command -> words.startsWith(command.words() + " "));
    }

    /** Skips a test if the command of its command line is not part of this build: a feature can be left out. */
    public static void assumeBuilt(String line) {
        assumeTrue(isBuilt(line), line);
    }

    /** Runs a command line in the checkout, without a terminal. */
    public static Run winnow(String... arguments) {
        return winnow(Map.of(), false, arguments);
    }

    public static Run winnow(Map<String, String> environment, boolean interactive, String... arguments) {
        return at(HOME.toString(), environment, interactive, arguments);
    }

    /** Runs a command line outside a checkout, with packs and universes from the class path. */
    public static Run installed(String... arguments) {
        return at(null, Map.of(), false, arguments);
    }

    /** Loads each pack once for all tests; a loaded pack is immutable. */
    private static final Packs ONCE = new Packs() {
        @Override
        public RulePack load(Path folder) {
            return once("", folder, RulePack::forScreening);
        }

        @Override
        public RulePack draft(Path folder) {
            return once("draft ", folder, RulePack::draft);
        }
    };

    private static RulePack once(String how, Path folder, Function<Path, RulePack> read) {
        String key = how + folder.getFileSystem() + " " + folder;
        RulePack known = PACKS.get(key);
        if (known == null) {
            known = read.apply(folder);
            PACKS.put(key, known);
        }
        return known;
    }

    private static Run at(
            @Nullable String home, Map<String, String> environment, boolean interactive, String... arguments) {
        if (home == null) {
            System.clearProperty("winnow.home");
        } else {
            System.setProperty("winnow.home", home);
        }
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            StringWriter err = new StringWriter();
            Terminal terminal = new Terminal(out, new PrintWriter(err), environment::get, interactive);
            int exit = Program.run(terminal, ONCE, arguments);
            return new Run(exit, out.toString(StandardCharsets.UTF_8), err.toString());
        } finally {
            System.clearProperty("winnow.home");
        }
    }
}
