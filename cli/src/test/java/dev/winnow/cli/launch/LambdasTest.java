package dev.winnow.cli.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** What classes with lambdas do once these are classes themselves. */
class LambdasTest {

    private static final String SAMPLES = LambdaSamples.class.getName().replace('.', '/');

    @TempDir
    private Path folder;

    private Path jar;

    @BeforeEach
    void makeJar() throws IOException {
        jar = folder.resolve("samples.jar");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new ZipEntry("words.txt"));
            out.write("word".getBytes(StandardCharsets.UTF_8));
            Path classes = Path.of(LambdaSamples.class
                            .getResource(LambdaSamples.class.getSimpleName() + ".class")
                            .getPath())
                    .getParent();
            try (var files = Files.newDirectoryStream(classes, "LambdaSamples*.class")) {
                for (Path file : files) {
                    out.putNextEntry(new ZipEntry(SAMPLES.replaceAll("[^/]*$", "") + file.getFileName()));
                    out.write(Files.readAllBytes(file));
                }
            }
        }
    }

    /** What all samples say, run from the jar alone. */
    @SuppressWarnings("unchecked")
    private List<String> said() throws Exception {
        URL[] urls = {jar.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader())) {
            Class<?> samples = loader.loadClass(SAMPLES.replace('/', '.'));
            return ((Callable<List<String>>) samples.getDeclaredConstructor().newInstance()).call();
        }
    }

    /** The lambdas left in the jar, by the method of the factory that makes them. */
    private Map<String, Integer> left() throws IOException {
        Map<String, Integer> left = new HashMap<>();
        try (ZipFile file = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : new ArrayList<>(file.stream().toList())) {
                if (!entry.getName().endsWith(".class")) {
                    continue;
                }
                try (InputStream bytes = file.getInputStream(entry)) {
                    new ClassReader(bytes)
                            .accept(
                                    new ClassVisitor(Opcodes.ASM9) {
                                        @Override
                                        public MethodVisitor visitMethod(
                                                int access, String name, String type, String s, String[] e) {
                                            return new MethodVisitor(Opcodes.ASM9) {
                                                @Override
                                                public void visitInvokeDynamicInsn(
                                                        String n, String d, Handle by, Object... arguments) {
                                                    left.merge(by.getName(), 1, Integer::sum);
                                                }
                                            };
                                        }
                                    },
                                    0);
                }
            }
        }
        left.remove("bootstrap"); // what records say of themselves
        left.remove("makeConcatWithConstants");
        return left;
    }

    @Test
    void theyDoTheSame() throws Exception {
        List<String> before = said();
        assertThat(left().get("metafactory")).isGreaterThan(20);
        Lambdas.replaceIn(jar);
        assertThat(left()).containsOnlyKeys("altMetafactory");
        assertThat(said()).isEqualTo(before).isEqualTo(new LambdaSamples().call());
    }

    @Test
    void whatIsNoClassStaysAndIsThereOnce() throws Exception {
        Lambdas.replaceIn(jar);
        try (ZipFile file = new ZipFile(jar.toFile())) {
            assertThat(file.stream().map(ZipEntry::getName))
                    .doesNotHaveDuplicates()
                    .contains("words.txt");
            assertThat(file.getInputStream(file.getEntry("words.txt"))).hasContent("word");
        }
    }

    @Test
    void aJarWithoutLambdasIsLeftAndTheSameComesOfTheSame() throws Exception {
        Path other = Files.copy(jar, folder.resolve("other.jar"));
        Lambdas.replaceIn(jar);
        byte[] bytes = Files.readAllBytes(jar);
        Lambdas.replaceIn(other);
        assertThat(Files.readAllBytes(other)).isEqualTo(bytes);
        Lambdas.main(new String[] {jar.toString()});
        assertThat(Files.readAllBytes(jar)).isEqualTo(bytes);
    }

    @Test
    void aJarThatCannotBeReadStaysAsItIs() throws IOException {
        byte[] bytes = Files.readAllBytes(jar);
        Files.write(jar, Arrays.copyOf(bytes, bytes.length / 2));
        byte[] half = Files.readAllBytes(jar);
        assertThatThrownBy(() -> Lambdas.replaceIn(jar)).isInstanceOf(IOException.class);
        assertThat(Files.readAllBytes(jar)).isEqualTo(half);
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(jar);
        }
    }
}
