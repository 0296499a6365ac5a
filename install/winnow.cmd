@echo off
rem Runs winnow with the Java in JAVA_HOME, otherwise with the one on the path; it must be 17 or newer.
rem
rem   WINNOW_JAVA_OPTS   further JVM options, such as -Xmx4g

rem Delayed expansion would remove exclamation marks from arguments. Blocks in brackets would end at a bracket in the name of
rem a folder, such as "Program Files (x86)".
setlocal EnableExtensions DisableDelayedExpansion
for %%F in ("%~dp0..") do set "home=%%~fF"
set "launch=%home%\lib\launch"

set "java="
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java.exe"
if defined java if not exist "%java%" set "java="
if not defined java for %%F in (java.exe) do set "java=%%~$PATH:F"
if not defined java goto none

rem The file `release` contains the version of Java. Without it, a Java that is too old reports that itself.
set "version="
set "major=0"
for %%F in ("%java%") do set "release=%%~dpF..\release"
if exist "%release%" for /f "usebackq tokens=1,2 delims==" %%K in ("%release%") do if "%%K"=="JAVA_VERSION" set "version=%%~L"
for /f "delims=.-+_" %%M in ("%version%") do set "major=%%M"
if %major% GTR 0 if %major% LSS 17 goto old

set "collector=-XX:+UseSerialGC"
if defined WINNOW_JAVA_OPTS if not "%WINNOW_JAVA_OPTS:GC=%"=="%WINNOW_JAVA_OPTS%" set "collector="
rem OR-Tools uses sun.misc.Unsafe, about which Java 24 and newer warns.
set "unsafe="
if %major% GEQ 24 set "unsafe=--sun-misc-unsafe-memory-access=allow"

rem Results are in UTF-8; the code page is restored afterwards.
set "page="
for /f "tokens=2 delims=:" %%P in ('chcp') do for /f "tokens=1 delims=. " %%Q in ("%%P") do set "page=%%Q"
chcp 65001 >nul
"%java%" "@%launch%\java.options" "@%launch%\short.options" %collector% %unsafe% --enable-native-access=ALL-UNNAMED %WINNOW_JAVA_OPTS% "-Dwinnow.home=%home%" -cp "%home%\lib\winnow-cli.jar;%home%\lib\windows\*;%home%\features\*" dev.winnow.cli.Main %*
set "code=%errorlevel%"
if defined page chcp %page% >nul
exit /b %code%

:none
echo winnow: needs Java 17 or newer, and found none. To install one: winget install EclipseAdoptium.Temurin.21.JDK 1>&2
echo One that is installed elsewhere: set JAVA_HOME to its folder. 1>&2
exit /b 4

:old
echo winnow: needs Java 17 or newer, and found %version%: "%java%". Set JAVA_HOME to the folder of a newer one. 1>&2
exit /b 4
