@echo off
rem Starts Gemwright with its own runtime, whatever java is on the path.
setlocal
for %%i in ("%~dp0..") do set "home=%%~fi"
rem Subcommands that answer at once have a cache of their own, and need no optimizing compiler.
set "start=-XX:AOTCache=%home%\window.aot"
set "compiler="
for %%c in (version --version -V help --help -h scan inspect convert predict) do if "%~1"=="%%c" (
  set "start=-XX:AOTCache=%home%\gemwright.aot"
  set "compiler=-XX:TieredStopAtLevel=1"
)
rem A server lives long: what was recorded of the window's ways would hold its own compiler back.
if "%~1"=="serve" (
  set "start=-XX:AOTCache=%home%\gemwright.aot"
  set "compiler=-Xms64m -Xmn40m -XX:SurvivorRatio=3"
)
"%home%\runtime\bin\java" "%start%" %compiler% -Xlog:disable --enable-native-access=ALL-UNNAMED -XX:+UseSerialGC -Xss2m -Dfile.encoding=UTF-8 "-Dgemwright.home=%home%" "-Donnxruntime.native.path=%home%\natives\onnxruntime" %GEMWRIGHT_JAVA_OPTIONS% -cp "%home%\lib\gemwright.jar" gemwright.Main %*
exit /b %errorlevel%
