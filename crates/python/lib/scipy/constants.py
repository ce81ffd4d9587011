"""Numbers of physics, as they are defined or were measured (CODATA 2022).

What it is not: all of them. Start reading at `pi`.
"""

from math import pi as pi

golden = golden_ratio = (1 + 5**0.5) / 2
c = speed_of_light = 299792458.0
h = Planck = 6.62607015e-34
hbar = h / (2 * pi)
e = elementary_charge = 1.602176634e-19
k = Boltzmann = 1.380649e-23
N_A = Avogadro = 6.02214076e23
R = gas_constant = k * N_A
G = gravitational_constant = 6.6743e-11
g = 9.80665
sigma = Stefan_Boltzmann = 5.6703744191844314e-08
m_e = electron_mass = 9.1093837139e-31
m_p = proton_mass = 1.67262192595e-27
epsilon_0 = 8.8541878188e-12
mu_0 = 1.25663706127e-06
zero_Celsius = 273.15
atm = 101325.0
minute, hour, day, year = 60.0, 3600.0, 86400.0, 31536000.0
inch = 0.0254
foot = 12 * inch
mile = 5280 * foot
degree = pi / 180
kilo, mega, giga, milli, micro, nano = 1e3, 1e6, 1e9, 1e-3, 1e-6, 1e-9
