package dev.winnow.cli.command;

import dev.winnow.cli.option.Packs;
import dev.winnow.cli.option.PrintOptions;
import dev.winnow.cli.option.Shipped;
import dev.winnow.cli.terminal.Exit;
import dev.winnow.cli.terminal.Refusal;
import dev.winnow.cli.terminal.Terminal;
import dev.winnow.engine.RulePack;
import dev.winnow.engine.Screener;
import dev.winnow.engine.compile.PackCache;
import dev.winnow.engine.evaluate.Matcher;
import dev.winnow.model.source.Message;
import dev.winnow.report.layout.Columns;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code winnow cache}: shows the cache of compiled packs, and clears or fills it. */
@Command(
        name = "cache",
        description = "Show where compiled packs are kept, and how much. Nothing but time is lost with them."
                + " WINNOW_CACHE names another folder, or is off.",
        mixinStandardHelpOptions = true)
public final class CacheCommand implements Callable<Integer> {

    private final Terminal terminal;

    public CacheCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        PackCache cache = CacheFolder.cache(terminal.environment());
        say(terminal, cache, "%s holds %s, %s", cache.holding());
        return Exit.DONE;
    }

    private static void say(Terminal terminal, PackCache cache, String sentence, PackCache.Holding holding) {
        Path folder = cache.folder();
        String text = folder == null
                ? terminal.wording().sentence("Compiled packs are kept nowhere.")
                : terminal.wording().sentence(sentence, shown(folder), files(terminal, holding), size(holding.bytes()));
        new PrintOptions().write(terminal, text + "\n");
    }

    private static String shown(Path folder) {
        return Columns.clean(folder.toString());
    }

    private static String files(Terminal terminal, PackCache.Holding holding) {
        return terminal.wording().sentence(holding.entries() == 1 ? "%s entry" : "%s entries", holding.entries());
    }

    private static String size(long bytes) {
        return bytes < 1_000_000 ? (bytes + 999) / 1_000 + " KB" : bytes / 1_000_000 + " MB";
    }

    /** {@code winnow cache clear}. */
    @Command(name = "clear", description = "Delete all that is kept.", mixinStandardHelpOptions = true)
    public static final class Clear implements Callable<Integer> {

        private final Terminal terminal;

        public Clear(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() {
            PackCache cache = CacheFolder.cache(terminal.environment());
            try {
                say(terminal, cache, "%s held %s, %s; all is deleted", cache.clear());
                return Exit.DONE;
            } catch (IOException e) {
                String folder = cache.folder() == null ? "" : shown(cache.folder());
                throw new Refusal(
                        Exit.COULD_NOT_RUN, Message.of("cannot clear `%s`: %s", folder, PrintOptions.reason(e)));
            }
        }
    }

    /** {@code winnow cache add}: compiles packs in advance, for builds of images and installations. */
    @Command(
            name = "add",
            description = "Compile packs ahead of their first use, such as when an image is built.",
            mixinStandardHelpOptions = true)
    public static final class Add implements Callable<Integer> {

        private final Terminal terminal;
        private final Packs packs;

        @Parameters(
                arity = "0..*",
                paramLabel = "PACK",
                description = "Folders of rule packs, or names of shipped ones. Default: all shipped ones.")
        private final List<String> named = new ArrayList<>();

        public Add(Terminal terminal, Packs packs) {
            this.terminal = terminal;
            this.packs = packs;
        }

        @Override
        public Integer call() {
            try (Shipped shipped = new Shipped()) {
                for (String name : named.isEmpty() ? shipped.names(Shipped.Kind.RULES) : named) {
                    RulePack pack = packs.load(shipped.find(Shipped.Kind.RULES, name));
                    for (Matcher matcher : Matcher.values()) {
                        Screener.of(pack, matcher);
                    }
                }
            }
            PackCache cache = CacheFolder.cache(terminal.environment());
            say(terminal, cache, "%s holds %s, %s", cache.holding());
            return Exit.DONE;
        }
    }
}
