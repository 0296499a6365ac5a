package dev.winnow.drools.internal.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.drools.model.codegen.ExecutableModelProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** The guard finds code that compiled rules do not need in the bytes of classes, before they are loaded. */
class BytecodeGuardTest {

    private static final List<String> HERE =
            List.of(BytecodeGuardTest.class.getPackageName().replace('.', '/') + "/");

    static final class Exits {
        static {
            System.exit(7);
        }
    }

    static final class Runs {
        static void now() throws IOException {
            Runtime.getRuntime().exec(new String[] {"true"});
        }
    }

    static final class Reflects {
        static Object now() throws ReflectiveOperationException {
            return Class.forName("java.lang.Runtime").getMethod("getRuntime").invoke(null);
        }
    }

    static final class Loops {
        static int now(int count) {
            int sum = 0;
            for (int i = 0; i < count; i++) {
                sum += i;
            }
            return sum;
        }
    }

    static final class Writes {
        static void now() throws IOException {
            java.nio.file.Files.writeString(java.nio.file.Path.of("marker"), "x");
        }
    }

    static final class Threads extends Thread {}

    static final class Refers {
        static Runnable now() {
            return System::gc;
        }
    }

    static final class Locks {
        static int now(Object lock) {
            synchronized (lock) {
                return 1;
            }
        }
    }

    static final class Handlers {
        static int now(String text) {
            try {
                return text.hashCode();
            } catch (IllegalArgumentException e) {
                return 0;
            }
        }
    }

    static final class Compiles {
        static Object now() {
            return new ExecutableModelProject();
        }
    }

    static final class CallsNeighbours {
        static boolean now() {
            return Harmless.now(1, 2);
        }
    }

    static final class Harmless {
        static boolean now(Integer one, Integer other) {
            return one.intValue() > other.intValue();
        }
    }

    /** The form that Drools generates for large packs: rules divided into several lists. */
    static final class AddsLists {
        static boolean now(List<Object> all, List<Object> more) {
            return all.addAll(more);
        }
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                Exits.class,
                Runs.class,
                Reflects.class,
                Loops.class,
                Writes.class,
                Threads.class,
                Refers.class,
                Locks.class,
                Handlers.class,
                Compiles.class,
                CallsNeighbours.class
            })
    void rejects(Class<?> hostile) throws IOException {
        assertThat(BytecodeGuard.check(List.of(bytes(hostile)), HERE)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(classes = {Harmless.class, AddsLists.class})
    void acceptsTheCodeThatRulesNeed(Class<?> harmless) throws IOException {
        assertThat(BytecodeGuard.check(List.of(bytes(harmless)), HERE)).isNull();
    }

    @ParameterizedTest
    @ValueSource(classes = Harmless.class)
    void rejectsClassesOutsideThePack(Class<?> harmless) throws IOException {
        assertThat(BytecodeGuard.check(List.of(bytes(harmless)), List.of("pack/")))
                .contains("outside");
    }

    @Test
    void rejectsComputedConstants() {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, HERE.get(0) + "Computed", null, "java/lang/Object", null);
        MethodVisitor method = writer.visitMethod(Opcodes.ACC_STATIC, "now", "()Ljava/lang/Object;", null, null);
        Handle computing = new Handle(
                Opcodes.H_INVOKESTATIC,
                "java/lang/invoke/ConstantBootstraps",
                "invoke",
                "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/Class;"
                        + "Ljava/lang/invoke/MethodHandle;[Ljava/lang/Object;)Ljava/lang/Object;",
                false);
        Handle exit =
                new Handle(Opcodes.H_INVOKESTATIC, "java/lang/System", "lineSeparator", "()Ljava/lang/String;", false);
        method.visitCode();
        method.visitLdcInsn(new ConstantDynamic("value", "Ljava/lang/Object;", computing, exit));
        method.visitInsn(Opcodes.ARETURN);
        method.visitMaxs(0, 0);
        method.visitEnd();
        writer.visitEnd();
        assertThat(BytecodeGuard.check(List.of(writer.toByteArray()), HERE)).contains("computes a constant");
    }

    @Test
    void rejectsBytesThatAreNotAClass() {
        assertThat(BytecodeGuard.check(List.of(new byte[] {1, 2, 3}), HERE)).contains("not a class file");
    }

    /** Reads the class file; the reference to the class does not initialise it. */
    private static byte[] bytes(Class<?> type) throws IOException {
        try (InputStream file = type.getResourceAsStream("/" + type.getName().replace('.', '/') + ".class")) {
            return file == null ? new byte[0] : file.readAllBytes();
        }
    }
}
