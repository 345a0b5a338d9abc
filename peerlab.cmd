@echo off
rem Starts Peerlab from a checkout. Builds it on first use and when its sources have changed.
rem
rem   JAVA_HOME           the JDK to run and to build with; else the java on the PATH
rem   PEERLAB_JAVA_OPTS   further options for the JVM: -Xmx8g
rem
rem Everything it makes lies in .peerlab: the jars, a class-data archive, the log of the build.
setlocal EnableExtensions DisableDelayedExpansion
set "ROOT=%~dp0"
if "%ROOT:~-1%"=="\" set "ROOT=%ROOT:~0,-1%"
set "WORK=%ROOT%\.peerlab"

set "JAVA=java"
if not defined JAVA_HOME goto java_on_path
set "JAVA=%JAVA_HOME%\bin\java.exe"
if exist "%JAVA%" goto java_found
echo peerlab: JAVA_HOME is '%JAVA_HOME%', and there is no bin\java.exe in it 1>&2
echo          = set JAVA_HOME to the folder of a JDK 17 or later 1>&2
exit /b 4
:java_on_path
where java >nul 2>nul && goto java_found
echo peerlab: no java found 1>&2
echo          = install a JDK, 17 or later, or set JAVA_HOME to the folder of one 1>&2
exit /b 4
:java_found

rem Newer sources are looked for by name, size and time: a change of any changes the list.
if not exist "%WORK%" mkdir "%WORK%"
set "SEEN=%WORK%\sources.%RANDOM%"
(
    dir "%ROOT%\pom.xml" | findstr /v /c:"bytes free"
    for %%M in (engine dsl reports scenarios) do (
        dir "%ROOT%\%%M\pom.xml" | findstr /v /c:"bytes free"
        dir /s "%ROOT%\%%M\src\main" | findstr /v /c:"bytes free"
    )
) > "%SEEN%" 2>nul
if not exist "%WORK%\lib\order" goto build
fc /b "%SEEN%" "%WORK%\sources" >nul 2>nul && goto built

:build
where mvn >nul 2>nul && goto mvn_found
echo peerlab: Peerlab has to be built, and no mvn was found 1>&2
echo          = install Apache Maven, 3.8.6 or later: https://maven.apache.org/install.html 1>&2
del "%SEEN%" 2>nul
exit /b 4
:mvn_found
mkdir "%WORK%\lock" 2>nul && goto locked
echo peerlab: another peerlab is building; if none is, remove %WORK%\lock 1>&2
del "%SEEN%" 2>nul
exit /b 4
:locked
echo peerlab: building with Maven; this takes about a minute 1>&2
pushd "%ROOT%"
call mvn -q -B -Dmaven.test.skip=true -Djacoco.skip=true -pl scenarios -am package > "%WORK%\build.log" 2>&1
set "BUILT=%ERRORLEVEL%"
popd
if "%BUILT%"=="0" goto copy
findstr /c:"ERROR" "%WORK%\build.log" 1>&2
echo peerlab: the build failed; all of it is in %WORK%\build.log 1>&2
rmdir "%WORK%\lock"
del "%SEEN%" 2>nul
exit /b 4
:copy
if exist "%WORK%\lib" rmdir /s /q "%WORK%\lib"
mkdir "%WORK%\lib"
copy /y "%ROOT%\scenarios\target\lib\*.jar" "%WORK%\lib" >nul
copy /y "%ROOT%\scenarios\target\peerlab-scenarios-*.jar" "%WORK%\lib" >nul
(
    for %%J in ("%WORK%\lib\peerlab-*.jar") do echo %%~nxJ
    for %%J in ("%WORK%\lib\*.jar") do echo %%~nxJ| findstr /v /b /c:"peerlab-"
) > "%WORK%\lib\order"
move /y "%SEEN%" "%WORK%\sources" >nul
del "%WORK%\archive.jsa" 2>nul
call :class_path
"%JAVA%" -XX:ArchiveClassesAtExit="%WORK%\archive.jsa" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xlog:disable ^
    "-Dpeerlab.home=%ROOT%" -cp "%CLASSES%" peerlab.cli.Training >nul 2>nul
rmdir "%WORK%\lock"

:built
del "%SEEN%" 2>nul
call :class_path
set "COMPILERS=-XX:TieredStopAtLevel=1"
for %%C in (run bench trace) do if "%~1"=="%%C" set "COMPILERS=-XX:+TieredCompilation"
"%JAVA%" "-XX:SharedArchiveFile=%WORK%\archive.jsa" -Xshare:auto -Xlog:disable -Xlog:all=error:stderr ^
    -XX:+UseSerialGC %COMPILERS% -XX:-UsePerfData -XX:-OmitStackTraceInFastThrow -Dfile.encoding=UTF-8 ^
    "-Dpeerlab.home=%ROOT%" %PEERLAB_JAVA_OPTS% -cp "%CLASSES%" peerlab.cli.Main %*
exit /b %ERRORLEVEL%

:class_path
set "CLASSES="
for /f "usebackq delims=" %%J in ("%WORK%\lib\order") do call :append "%%J"
exit /b 0

:append
if defined CLASSES (set "CLASSES=%CLASSES%;%WORK%\lib\%~1") else (set "CLASSES=%WORK%\lib\%~1")
exit /b 0
