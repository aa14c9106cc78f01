// Viva
