@echo off
rem Runs winnow with the Java in JAVA_HOME, else with the one on the path: 17 or newer.
rem
rem   WINNOW_JAVA_OPTS   more options for Java, such as -Xmx4g

rem No delayed expansion, which would take the exclamation marks out of arguments. No blocks in brackets: a bracket in the name of
rem a folder, as in "Program Files (x86)", would end them.
setlocal EnableExtensions DisableDelayedExpansion
for %%F in ("%~dp0..") do set "home=%%~fF"
set "launch=%home%\lib\launch"

set "java="
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java.exe"
if defined java if not exist "%java%" set "java="
if not defined java for %%F in (java.exe) do set "java=%%~$PATH:F"
if not defined java goto none

rem The file `release` of a Java says its version. Where there is none, Java says itself that it is too old.
set "version="
set "major=0"
for %%F in ("%java%") do set "release=%%~dpF..\release"
if exist "%release%" for /f "usebackq tokens=1,2 delims==" %%K in ("%release%") do if "%%K"=="JAVA_VERSION" set "version=%%~L"
for /f "delims=.-+_" %%M in ("%version%") do set "major=%%M"
if %major% GTR 0 if %major% LSS 17 goto old

set "collector=-XX:+UseSerialGC"
if defined WINNOW_JAVA_OPTS if not "%WINNOW_JAVA_OPTS:GC=%"=="%WINNOW_JAVA_OPTS%" set "collector="
rem The library that chooses sets still does what Java warns of from 24 on.
set "unsafe="
if %major% GEQ 24 set "unsafe=--sun-misc-unsafe-memory-access=allow"

rem Results are in UTF-8; the code page is put back afterwards.
set "page="
for /f "tokens=2 delims=:" %%P in ('chcp') do for /f "tokens=1 delims=. " %%Q in ("%%P") do set "page=%%Q"
chcp 65001 >nul
"%java%" "@%launch%\java.options" "@%launch%\short.options" %collector% %unsafe% --enable-native-access=ALL-UNNAMED %WINNOW_JAVA_OPTS% "-Dwinnow.home=%home%" -cp "%home%\lib\winnow-cli.jar;%home%\lib\windows\*" dev.winnow.cli.Main %*
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
