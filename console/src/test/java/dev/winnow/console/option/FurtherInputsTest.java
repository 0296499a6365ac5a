package dev.winnow.console.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.console.terminal.Notices;
import dev.winnow.console.terminal.Refusal;
import dev.winnow.engine.RulePack;
import dev.winnow.model.universe.Universe;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

class FurtherInputsTest {

    /** A source of statements that only has an option. */
    private abstract static class Source implements Input {

        @Override
        public @Nullable FurtherStatements read(RulePack pack, Universe universe, Notices notices) {
            throw new UnsupportedOperationException();
        }
    }

    private static final class Jury extends Source {

        @Option(names = "--jury")
        private boolean given;

        @Override
        public String option() {
            return "--jury";
        }

        @Override
        public boolean isGiven() {
            return given;
        }
    }

    private static final class Survey extends Source {

        @Option(names = "--survey")
        private boolean given;

        @Override
        public String option() {
            return "--survey";
        }

        @Override
        public boolean isGiven() {
            return given;
        }
    }

    @Command
    private static final class Asking {

        @Mixin
        private final InputOptions input = new InputOptions(List.of(new Jury(), new Survey()));
    }

    private static InputOptions parsed(String... words) {
        Asking command = new Asking();
        new CommandLine(command).parseArgs(words);
        return command.input;
    }

    @Test
    void theOptionOfASourceChoosesIt() {
        assertThat(parsed("-r", "battery").further()).isNull();
        assertThat(parsed("--survey", "-r", "battery").further()).isInstanceOf(Survey.class);
        assertThat(parsed("--jury").further()).isInstanceOf(Jury.class);
    }

    @Test
    void twoSourcesAreRefused() {
        InputOptions input = parsed("--survey", "--jury");

        assertThatThrownBy(input::further)
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("`--jury` cannot be combined with `--survey`");
    }
}
