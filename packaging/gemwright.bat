@echo off
rem Starts Gemwright with its own runtime, whatever java is on the path.
setlocal
for %%i in ("%~dp0..") do set "home=%%~fi"
"%home%\runtime\bin\java" -XX:AOTCache="%home%\gemwright.aot" -Xlog:disable --enable-native-access=ALL-UNNAMED -XX:+UseSerialGC -Xss2m -Dfile.encoding=UTF-8 "-Dgemwright.home=%home%" "-Donnxruntime.native.path=%home%\natives\onnxruntime" %GEMWRIGHT_JAVA_OPTIONS% -cp "%home%\lib\gemwright.jar" gemwright.Main %*
exit /b %errorlevel%
